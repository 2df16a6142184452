/** Delivers what was decided to be told: alone or, in a storm, as lists. */
@NullMarked
package earshot.notify;

import org.jspecify.annotations.NullMarked;
