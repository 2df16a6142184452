/** What could not be read or handled, listed, shown, and sent again. */
@NullMarked
package earshot.local.quarantine;

import org.jspecify.annotations.NullMarked;
