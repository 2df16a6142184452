/**
 * The road of networks that do not call but must be asked: what is new is sent as a webhook's would
 * be, what was sent is remembered, and a stop between any two calls loses nothing.
 */
@NullMarked
package earshot.polling;

import org.jspecify.annotations.NullMarked;
