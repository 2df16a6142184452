/** One class a check of a stack; each finding says how to mend it. */
@NullMarked
package earshot.local.doctor;

import org.jspecify.annotations.NullMarked;
