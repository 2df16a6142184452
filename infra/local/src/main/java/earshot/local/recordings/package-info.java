/** Calls of networks sent from here: signed as the function says that hears them. */
@NullMarked
package earshot.local.recordings;

import org.jspecify.annotations.NullMarked;
