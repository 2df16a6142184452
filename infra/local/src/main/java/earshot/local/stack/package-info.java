/**
 * A stack to work on, the one that runs here or a deployed one, behind one interface: its table,
 * queues, functions and secrets.
 */
@NullMarked
package earshot.local.stack;

import org.jspecify.annotations.NullMarked;
