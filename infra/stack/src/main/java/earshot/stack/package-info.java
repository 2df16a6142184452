/**
 * What {@code template.yaml} says, as typed values, and its tables and queues created on any
 * endpoint. The template is the single source of all wiring: nothing here names a queue, a table or
 * a function of its own.
 */
@NullMarked
package earshot.stack;

import org.jspecify.annotations.NullMarked;
