/**
 * The sending side of a webhook, for tests, the command line and the demo: it never ships.
 *
 * <p>An event file holds the event that API Gateway made of a network's call. {@link
 * earshot.recordings.RecordedCall} is that call; {@link earshot.recordings.Freshening} makes its
 * body new, by what the file says of its ids and {@link earshot.recordings.Instants} says of the
 * network's instants; {@link earshot.recordings.EventSigner} signs it by the {@link
 * earshot.webhook.Signature} that the network's connector states, without the code that checks it.
 */
@NullMarked
package earshot.recordings;

import org.jspecify.annotations.NullMarked;
