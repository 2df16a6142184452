/** The short story that a newcomer watches, with the stand-ins that it plays against. */
@NullMarked
package earshot.local.story;

import org.jspecify.annotations.NullMarked;
