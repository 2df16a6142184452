/** Tests of the road of networks that must be asked. */
@NullMarked
package earshot.polling;

import org.jspecify.annotations.NullMarked;
