/**
 * The road of networks that do not call but must be asked. What is new is sent as a webhook's road
 * would send it, what was sent is remembered, and a stop between any two calls loses nothing.
 *
 * <h2>What a network's author writes</h2>
 *
 * A {@link earshot.polling.PolledNetwork}: three questions, each of which asks the network once,
 * costs one unit of its quota, and never throws for a bad answer.
 *
 * <ul>
 *   <li>{@code threads}: a page of an account's threads, newest first;
 *   <li>{@code replies}: a page of the answers in one thread;
 *   <li>{@code gone}: which of these posts are there no more.
 * </ul>
 *
 * Each comes to a {@link earshot.polling.Reply}: the whole answer, or a {@link
 * earshot.polling.Refusal} that says whether asking again helps. A {@link earshot.polling.Page} is
 * what was read of an answer: {@link earshot.polling.Sighting}s, what could not be read ({@link
 * earshot.webhook.Unreadable}, as in a webhook), and the token of the next page. A sighting is a
 * post as it looks now, when it was changed last, and a {@link earshot.polling.Fingerprint} of all
 * that an edit may change. Which of it is new is decided here, not by the network's author.
 *
 * <p>The function is called each minute. It has a {@link earshot.polling.Poller}, and tells it whom
 * to ask and how often:
 *
 * <pre>{@code
 * var accounts = policies.current().directory().accountsOf(NETWORK);
 * poller.poll(accounts, holder, PollSchedule.eachMinute(accounts.size(), quota));
 * }</pre>
 *
 * <h2>Three walks</h2>
 *
 * A walk goes over an account's threads, from the newest down, and takes up where it was stopped.
 *
 * <table>
 *   <caption>The walks over an account</caption>
 *   <tr><th>walk</th><th>when</th><th>ends at</th></tr>
 *   <tr><td>{@code NEWS}</td><td>each {@code news} of the schedule</td>
 *       <td>the first page of which all was sent before</td></tr>
 *   <tr><td>{@code RECHECK}</td><td>each {@code recheck}</td>
 *       <td>{@code recheckPages}: it finds edits, answers in old threads, and what is gone</td></tr>
 *   <tr><td>{@code BACKFILL}</td><td>once, when the account is first seen</td>
 *       <td>the {@code horizon}; what is older than the connection is marked backfilled</td></tr>
 * </table>
 *
 * News go before re-checks, and both before the backfill, of whose very first page alone the others
 * wait. Cursors in the table call them {@code HEAD}, {@code ROUND} and {@code FIRST}.
 *
 * <h2>The order of things</h2>
 *
 * One invocation, for one account:
 *
 * <ol>
 *   <li>{@code Poller} takes the account's cursor for itself, for the length of a lease. Accounts
 *       take turns, each minute another one first; a fault at one does not silence the others.
 *   <li>{@code Poll} asks for the page that comes next, through {@code QuotaClient}: it stops where
 *       the time of the invocation or the day's share of the {@link earshot.polling.Quota} is over.
 *   <li>{@code PageIntake} compares the page with {@code SeenPosts}, the memory of what was sent,
 *       and gives what happened to {@code PollSender}: from here the road is that of webhooks
 *       ({@link earshot.webhook.Dispatch}).
 *   <li>{@code Threads} asks for the answers that the page did not bring.
 *   <li>When the queues have confirmed, {@code Poll} saves the cursor ({@code Progress}, three
 *       {@code Walk}s), and after it the memory. In this order: a stop before the cursor brings the
 *       page again, a stop before the memory its posts; what is sent twice is filed once.
 *   <li>The account is released with the time before which it is not asked again, and a line of the
 *       log says what it came to ({@link earshot.polling.Polled}).
 * </ol>
 *
 * <h2>What can go wrong</h2>
 *
 * <table>
 *   <caption>Refusals, and when the account is asked again</caption>
 *   <tr><th>what</th><th>asked again</th></tr>
 *   <tr><td>{@code Later}: busy, slow, not understood</td>
 *       <td>after a pause that doubles up to 30 minutes, or what the network wishes, up to an
 *       hour ({@link earshot.http.Backoff})</td></tr>
 *   <tr><td>{@code Stale}: the page's token is no longer good</td>
 *       <td>the same; the walk begins again at the top and sends nothing twice</td></tr>
 *   <tr><td>{@code Spent}: the network says that the day's quota is used up</td>
 *       <td>with the next look; nothing more is asked until the network's midnight</td></tr>
 *   <tr><td>{@code Closed}, {@code Missing}: no comments there, no such account</td>
 *       <td>in an hour; of one thread alone, the walk goes on</td></tr>
 *   <tr><td>{@code RATIONED}: our own share of the quota is used up</td>
 *       <td>with the next look; news may use what re-checks may not</td></tr>
 *   <tr><td>{@code OUT_OF_TIME}</td><td>at once, where it was</td></tr>
 *   <tr><td>{@code UNSENT}: the queues did not confirm</td>
 *       <td>after such a pause of ours, at the same page</td></tr>
 *   <tr><td>{@code TAKEN_OVER}: the lease was over</td>
 *       <td>by whoever has it now; this one writes nothing more</td></tr>
 *   <tr><td>a fault of ours</td><td>when its lease is over; the log names exception and place</td></tr>
 * </table>
 */
@NullMarked
package earshot.polling;

import org.jspecify.annotations.NullMarked;
