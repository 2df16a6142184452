/** What tests stand on: a cloud of their own, the contract of every connector, a clock to move. */
@NullMarked
package earshot.testkit;

import org.jspecify.annotations.NullMarked;
