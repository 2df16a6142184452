/** Holds the arrows between the modules, and the house rules that a machine can hold. */
@NullMarked
package earshot.architecture;

import org.jspecify.annotations.NullMarked;
