/**
 * What functions tell each other, and how it is sent: the one wire format, versioned, and the SQS
 * senders. JSON between functions is spelled here and nowhere else.
 */
@NullMarked
package earshot.queue;

import org.jspecify.annotations.NullMarked;
