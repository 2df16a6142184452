/**
 * JSON as functions read and write it: a small strict tree over a streaming parser. What is not
 * exactly one JSON text is refused, every digit of a number is kept, and what is written is ASCII.
 */
@NullMarked
package earshot.json;

import org.jspecify.annotations.NullMarked;
