/** Runs template.yaml on one machine, and the command line that looks into it. */
@NullMarked
package earshot.local;

import org.jspecify.annotations.NullMarked;
