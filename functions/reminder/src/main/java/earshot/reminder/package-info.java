/** Decides each step of a case's clock at its instant, exactly once. */
@NullMarked
package earshot.reminder;

import org.jspecify.annotations.NullMarked;
