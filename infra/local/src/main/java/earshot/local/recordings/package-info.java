/** Deliveries from files: made new, signed as their network signs, and sent. */
@NullMarked
package earshot.local.recordings;

import org.jspecify.annotations.NullMarked;
