/**
 * The one road that every webhook walks: handshake, prove, read, queue, answer. A network brings
 * its dialect and can skip no step.
 *
 * <h2>What a network's author writes</h2>
 *
 * A {@link earshot.webhook.Connector}: two values and one pure function.
 *
 * <ul>
 *   <li>{@link earshot.webhook.Handshake} says how the network checks that the URL is ours, and
 *       {@link earshot.webhook.Signature} how a delivery proves where it came from. Both are data,
 *       naming the setting that holds the secret ({@link earshot.webhook.Connector#setting}); the
 *       road judges them. A network that proves itself in a new way gets a new record there, and
 *       the compiler names the switches to extend.
 *   <li>{@link earshot.webhook.Connector#read} turns a {@link earshot.webhook.Delivery} (bytes,
 *       headers, when it came, and the account if its own secret proved it) into a {@link
 *       earshot.webhook.Reading}. No I/O and no clock: the same delivery reads the same for ever.
 * </ul>
 *
 * And an enum that implements {@link earshot.webhook.Reason}: why something is not read or not
 * needed. Its words are logged and counted, its sentences are what people find in the quarantine,
 * and nothing that the network sent can be in either. The function itself is three lines: see
 * {@code XFunction}.
 *
 * <h2>What a reading is</h2>
 *
 * A delivery holds any number of elements, in any order, each possibly again. Each becomes one of:
 *
 * <ul>
 *   <li>an {@link earshot.domain.post.Activity}: something happened to a post. It goes to the queue
 *       {@code posts};
 *   <li>a {@link earshot.domain.post.Pointer}: the network names a post without its text. It goes
 *       to the network's queue of fetches, and comes back to the same function, see below;
 *   <li>{@link earshot.webhook.Ignored}: normal, needed by nobody, counted by its kind;
 *   <li>{@link earshot.webhook.Unreadable}: it should have been readable. It goes to the quarantine
 *       with its envelope and without its siblings, so that a mended reader can take it by itself.
 * </ul>
 *
 * One element that is bad never takes its siblings along. A reader of elements returns a reading of
 * one and adds it to the {@link earshot.webhook.Reading.Builder} of the whole:
 *
 * <pre>{@code
 * public Reading read(Delivery delivery) {
 *     return Reading.ofJson(delivery, body -> {
 *         var reading = new Reading.Builder();
 *         for (var item : body.items("events")) {
 *             reading.add(readElement(item));
 *         }
 *         return reading.build();
 *     });
 * }
 *
 * private Reading readElement(Json item) {
 *     var id = item.text("id");
 *     return id == null || !PostId.isOne(id)
 *             ? Reading.unreadable(Why.NO_ID, alone(item))
 *             : Reading.of(new Activity.Published(
 *                     Post.of(postId(id), account, surface, placement, author, at)
 *                             .text(item.text("text"))
 *                             .build()));
 * }
 * }</pre>
 *
 * {@link earshot.webhook.NetworkTime} reads the instants that networks write. {@link
 * earshot.domain.post.Post#UNKNOWN_ACCOUNT} stands where nothing names an account of ours.
 *
 * <h2>The order of things</h2>
 *
 * {@link earshot.webhook.WebhookEndpoint} takes an event of Lambda's and tells three kinds apart:
 *
 * <ol>
 *   <li>A call from outside. {@code WebhookRoad} answers a GET by the handshake. Of a POST {@code
 *       SignatureCheck} proves the raw bytes, by every live secret and in constant time, before
 *       anything parses them; then the connector reads, and {@link earshot.webhook.Dispatch} sends:
 *       posts, pointers, and what could not be read, raw. Only when the queues have confirmed all
 *       of it is the network told 200.
 *   <li>A replay, {@code {"replay": [..]}}: parts of a delivery out of the quarantine, read again.
 *       Whoever may call the function by name is one of us; a gateway wraps what comes from
 *       outside.
 *   <li>A batch of the queue of fetches, for a network with a {@link earshot.webhook.Fetcher}. What
 *       it finds is told as the network's own delivery would have told it, and walks on from "read"
 *       through the same connector.
 * </ol>
 *
 * <h2>What can go wrong</h2>
 *
 * <table>
 *   <caption>Faults, and what becomes of the delivery</caption>
 *   <tr><th>what</th><th>answer</th><th>what is lost</th></tr>
 *   <tr><td>no signature, a wrong one, two of them</td><td>401 (WebSub: 200)</td>
 *       <td>the call: it is no network's</td></tr>
 *   <tr><td>a body, or an element, that cannot be read</td><td>200</td>
 *       <td>nothing: it is in the quarantine</td></tr>
 *   <tr><td>the connector throws</td><td>200</td>
 *       <td>nothing: all of it is in the quarantine, and the log names the place</td></tr>
 *   <tr><td>an element larger than a message</td><td>200</td>
 *       <td>nothing: the delivery is in the quarantine, in parts</td></tr>
 *   <tr><td>the queues do not confirm</td><td>500</td>
 *       <td>nothing: the network sends again, and what is sent twice is filed once</td></tr>
 *   <tr><td>a secret that is missing, empty or a placeholder</td><td>none</td>
 *       <td>the function does not start, and says which setting to mend</td></tr>
 *   <tr><td>the secrets cannot be read again</td><td>as before</td>
 *       <td>nothing: those at hand are used, and the log says so</td></tr>
 * </table>
 *
 * One line of the log tells of each call, with ids, codes and counts, and never a word that a
 * person wrote.
 */
@NullMarked
package earshot.webhook;

import org.jspecify.annotations.NullMarked;
