/** How things are printed and read: columns, spans of time, colours, faults of a user. */
@NullMarked
package earshot.local.text;

import org.jspecify.annotations.NullMarked;
