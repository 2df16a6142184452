package earshot.domain.policy;

import earshot.domain.policy.Ruling.Treatment;
import earshot.domain.post.Author;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Above;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Post;
import earshot.domain.post.Surface;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a company wants its posts handled: who owns which account, what is urgent, how soon an answer
 * is due and who hears of it when it is late.
 *
 * @param version counted up with each push; 0 is the policy that ships
 * @param slas by name
 */
public record Policy(
        int version,
        Directory directory,
        OurReplies voices,
        RoutingPolicy routing,
        Map<String, SlaPolicy> slas,
        Windows windows) {
    /** The team of the posts to accounts that the policy does not name. */
    public static final String TRIAGE = "triage";

    public Policy {
        slas = Map.copyOf(slas);
        if (!slas.containsKey(routing.sla())) {
            throw new IllegalArgumentException("No SLA is named " + routing.sla());
        }
    }

    /**
     * What the rules say of a post. Posts of ours are not ruled; an old post that was brought in
     * later is history whatever they say; an unknown account's post is for triage.
     */
    public Ruling rule(Post post, Side side) {
        var account = new Account(post.network(), post.account());
        var team = directory.accounts().getOrDefault(account, TRIAGE);
        if (side.isOurs()) {
            return new Ruling(
                    version, Treatment.ANSWER, team, Priority.NORMAL, 0, List.of(), routing.sla());
        }
        var said = routing.rule(post, version, team);
        return new Ruling(
                version,
                isHistory(post) ? Treatment.HISTORY : said.treatment(),
                directory.accounts().containsKey(account) ? said.team() : TRIAGE,
                said.priority(),
                said.score(),
                said.themes(),
                said.sla());
    }

    /**
     * The post as it is with every account of ours in sight: a network's reader knows only the
     * account that was called, and which one that was must not decide who speaks.
     */
    public Post recognized(Post post) {
        var placement = recognized(post.network(), post.placement());
        return post.seenAs(
                recognized(post.network(), post.author()),
                placement,
                isBelowOurs(placement) && post.surface() == Surface.MENTION
                        ? Surface.COMMENT
                        : post.surface());
    }

    private static boolean isBelowOurs(Placement placement) {
        return placement instanceof Placement.Reply(var parent, var thread)
                && (parent.whose() == Whose.OURS
                        || (thread != null && thread.whose() == Whose.OURS));
    }

    private Author recognized(Network network, Author author) {
        return author instanceof Author.Customer(var id, var handle, var name, _)
                        && isOurs(network, id)
                ? new Author.Ourselves(id, name == null ? handle : name, null)
                : author;
    }

    private Placement recognized(Network network, Placement placement) {
        return placement instanceof Placement.Reply(var parent, var thread)
                ? new Placement.Reply(
                        recognized(network, parent),
                        thread == null ? null : recognized(network, thread))
                : placement;
    }

    private Above recognized(Network network, Above above) {
        return isOurs(network, above.author())
                ? new Above(above.id(), Whose.OURS, above.author())
                : above;
    }

    private boolean isOurs(Network network, @Nullable String id) {
        return id != null && knowsAccount(network, id);
    }

    private boolean isHistory(Post post) {
        var oldest = post.published().receivedAt().minus(windows.lookback());
        return post.backfilled() && post.published().at().isBefore(oldest);
    }

    /** Whose post it is, as it matters to a clock. */
    public Side sideOf(Author author, @Nullable String text) {
        return voices.sideOf(author, text);
    }

    /** The SLA of that name; where this version has none of that name any more, the usual one. */
    public SlaPolicy sla(String name) {
        return Objects.requireNonNull(slas.getOrDefault(name, slas.get(routing.sla())));
    }

    public boolean knowsAccount(Network network, String account) {
        return directory.accounts().containsKey(new Account(network, account));
    }

    /** How long after its end a case is reopened rather than followed by a new one. */
    public Duration reopenWindow(Surface surface) {
        return Objects.requireNonNull(windows.reopen().get(surface));
    }

    /** How long after our answer a case is over; empty when it is not over by itself. */
    public Optional<Duration> resolveAnsweredAfter() {
        return Optional.ofNullable(windows.resolveAnswered());
    }

    /** The age up to which a post that was brought in later still opens a case. */
    public Duration lookback() {
        return windows.lookback();
    }

    /** How long an acknowledgement holds without an answer, in working time of the case's SLA. */
    public Duration acknowledgementLapse() {
        return windows.acknowledgement();
    }

    /** Whom a step tells, each once: see {@link Directory#recipients}. */
    public List<Recipient> recipients(List<String> words, String team, @Nullable String assignee) {
        return directory.recipients(words, team, assignee);
    }
}
