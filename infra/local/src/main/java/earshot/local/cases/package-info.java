/** Cases as a person sees and changes them on the command line. */
@NullMarked
package earshot.local.cases;

import org.jspecify.annotations.NullMarked;
