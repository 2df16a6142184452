/** The safety net of the clock: once a minute it sends what is due soon. */
@NullMarked
package earshot.sweep;

import org.jspecify.annotations.NullMarked;
