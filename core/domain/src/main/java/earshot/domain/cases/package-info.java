/**
 * What becomes of posts: the entries that keep them, the cases that are folded from entries, and
 * the clocks of cases.
 *
 * <p>Three kinds of value and three verbs carry the package. An {@link earshot.domain.cases.Entry}
 * is one post with all that happened to it. A {@link earshot.domain.cases.Timeline} is the entries
 * of a conversation in order. A {@link earshot.domain.cases.Case} is what somebody must do about
 * it. Nothing here reads a table, and no instant comes from a clock: whoever calls brings what is
 * stored and writes what is decided.
 *
 * <h2>Reading</h2>
 *
 * An entry begins with a post and grows by activities, in whatever order they come:
 *
 * <pre>{@code
 * var entry = Entry.of(post, policy.sideOf(post.author(), post.text()), ruling);
 * var deleted = entry.after(new Activity.Deleted(post.id(), moment));
 * }</pre>
 *
 * A timeline sorts them by {@link earshot.domain.cases.PostOrder}: published, customers before us,
 * id. Every question about many posts is asked there: what customers said, what the case is about,
 * what a resolve had not seen. Each answer is a timeline again.
 *
 * <h2>Folding</h2>
 *
 * What entries do to the newest case is decided in one place, {@link
 * earshot.domain.cases.Conversation#next}:
 *
 * <pre>{@code
 * switch (new Conversation(key, policies, now).next(newest, touched, () -> timeline)) {
 *     case FoldStep.Nothing() -> {}                   // the case holds all that is known
 *     case FoldStep.Open(var opened) -> ...           // write it, if nobody else has
 *     case FoldStep.Write(var changed) -> ...         // likewise
 *     case FoldStep.FollowedByNext(var resolved) -> ... // write it, and ask again
 * }
 * }</pre>
 *
 * It asks in this order, and the first yes decides:
 *
 * <ol>
 *   <li>There is no case: open the first. The newest has a successor that is not there yet: open
 *       that.
 *   <li>All that came is new, plain, and strictly beyond the case's frontier: <i>advance</i>. The
 *       timeline is not even read; most posts end here.
 *   <li>Posts came behind the case's start that no case has seen: they are listed as late, and the
 *       case is refolded with them.
 *   <li>The case is resolved, and whatever its resolve had not seen came after the reopen window: a
 *       case of its own follows.
 *   <li>Anything else: <i>refold</i>, the case over its whole timeline.
 * </ol>
 *
 * A fold ({@code CaseFolding}) goes from posts to clocks. {@link earshot.domain.cases.Summary} is
 * what the posts say together. {@code Waits} walks the timeline and finds who waited from when to
 * when, deletions at their own instant. {@code CyclePlan} makes each {@code Wait} a {@link
 * earshot.domain.cases.WaitCycle}: one that is known keeps its name, and {@code CycleTerms} say
 * what it is promised and until when. {@code StatusRule} says where the case stands then. Each
 * order of the same activities ends in the same case, and an advance ends where a refold would;
 * property tests hold both.
 *
 * <h2>Writing</h2>
 *
 * {@code CaseRevision} closes each change: the next version, and the instant at which {@code
 * Timers} want the case looked at again. What must follow from a write, such as a {@link
 * earshot.domain.cases.Notice}, stands in the case as {@link earshot.domain.cases.Pending} until it
 * is carried out, so that a stop in between loses nothing. Two others change a case, in the same
 * way: {@link earshot.domain.cases.Commands} for people, and {@link earshot.domain.cases.Reminder}
 * for the clock.
 *
 * <h2>Five counters</h2>
 *
 * A case knows how far it is folded without a list of its posts. Posts by minute, and a reopen
 * window of seven days:
 *
 * <table>
 *   <caption>How far the newest case is folded</caption>
 *   <tr><th>what happens <th>step <th>frontier <th>folded <th>after <th>accounted <th>late
 *   <tr><td>a customer writes at 0 <td>open 1 <td>0 <td>1 <td>null <td>0 <td>
 *   <tr><td>we answer at 10 <td>advance <td>10 <td>1 <td>null <td>0 <td>
 *   <tr><td>a customer writes at 20 <td>advance <td>20 <td>2 <td>null <td>0 <td>
 *   <tr><td>a person resolves at 25 <td>(command) <td>20 <td>2 <td>null <td>0 <td>
 *   <tr><td>a customer writes on day 9 <td>next, open 2 <td>day 9 <td>1 <td>20 <td>2 <td>
 *   <tr><td>one of minute 5 comes now <td>late <td>day 9 <td>2 <td>20 <td>2 <td>5
 * </table>
 *
 * <ul>
 *   <li><b>frontier</b>: the place of the last post folded, of either side. The resolve at 25 keeps
 *       the one that it saw, 20.
 *   <li><b>folded</b>: customer posts in this case, tombstones included. The resolve keeps its two:
 *       were there three up to minute 20 later, then the one received last had not been seen, and
 *       would reopen the case.
 *   <li><b>after</b>: what the predecessor's resolve had as frontier. Posts up to it belong to
 *       earlier cases.
 *   <li><b>accounted</b>: how many customer posts up to {@code after} those earlier cases have
 *       seen.
 *   <li><b>late</b>: in the last row three customer posts stand up to minute 20, and two are
 *       accounted for. One is nobody's: the last received. It is listed, and belongs to case 2.
 * </ul>
 */
@NullMarked
package earshot.domain.cases;

import org.jspecify.annotations.NullMarked;
