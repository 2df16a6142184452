/**
 * The one road that every webhook walks: handshake, prove, read, queue, answer. A network brings a
 * {@link earshot.webhook.Connector} and can skip no step.
 */
@NullMarked
package earshot.webhook;

import org.jspecify.annotations.NullMarked;
