package earshot.domain.cases;

import earshot.domain.policy.Policies;
import earshot.domain.policy.Priority;
import earshot.domain.post.Author;
import earshot.domain.post.KeyPart;
import earshot.domain.post.Placement;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the posts of a case say, all of them together. Whatever the order of arrival, the same posts
 * give the same summary.
 *
 * @param team and {@code sla}: of the oldest customer post
 * @param priority the highest that any post was given; {@code score} likewise
 * @param postCount live customer posts
 * @param lastReplyAt of the newest reply that answers
 */
public record Summary(
        List<String> accounts,
        Surface surface,
        Author.Customer customer,
        @Nullable String customerKey,
        @Nullable String language,
        @Nullable Rating rating,
        @Nullable String excerpt,
        @Nullable String permalink,
        String team,
        String sla,
        Priority priority,
        int score,
        List<String> themes,
        boolean unknownAccount,
        boolean truncated,
        Instant openedAt,
        Instant lastCustomerPostAt,
        @Nullable Instant lastReplyAt,
        int postCount) {
    /** The longest excerpt, in code points. */
    public static final int EXCERPT = 80;

    public Summary {
        accounts = List.copyOf(accounts);
        themes = List.copyOf(themes);
    }

    /** The summary of a case whose oldest customer post this is. */
    static Summary of(Entry oldest, Policies policies) {
        var customer =
                oldest.post().author() instanceof Author.Customer c ? c : Author.Customer.UNKNOWN;
        var ruling = oldest.ruling();
        return new Summary(
                        oldest.accounts(),
                        oldest.surface(),
                        customer,
                        customerKey(oldest, customer),
                        oldest.post().language(),
                        null,
                        null,
                        oldest.post().permalink(),
                        ruling.team(),
                        ruling.sla(),
                        ruling.priority(),
                        0,
                        List.of(),
                        !policies.version(ruling.version())
                                .knowsAccount(oldest.post().network(), oldest.post().account()),
                        false,
                        oldest.order().published(),
                        oldest.order().published(),
                        null,
                        0)
                .with(oldest);
    }

    private static @Nullable String customerKey(Entry entry, Author.Customer customer) {
        if (customer.id() == null) {
            return null;
        }
        var network = entry.post().network().slug();
        return entry.post().placement() instanceof Placement.Direct direct
                ? network + ":" + KeyPart.of(direct.account() + "/" + customer.id())
                : network + ":" + KeyPart.of(customer.id());
    }

    /** With one more customer post, the newest so far. */
    Summary with(Entry entry) {
        var names = new TreeSet<>(accounts);
        names.addAll(entry.accounts());
        var subjects = new TreeSet<>(themes);
        subjects.addAll(entry.ruling().themes());
        var text = entry.isLive() ? excerptOf(entry.text()) : null;
        return new Summary(
                List.copyOf(names),
                surface.or(entry.surface()),
                customer,
                customerKey,
                language == null ? entry.post().language() : language,
                entry.isLive() && entry.rating() != null ? entry.rating() : rating,
                text == null ? excerpt : text,
                permalink,
                team,
                sla,
                priority.or(entry.ruling().priority()),
                Math.max(score, entry.ruling().score()),
                List.copyOf(subjects),
                unknownAccount,
                truncated || entry.truncated(),
                openedAt,
                entry.order().published(),
                lastReplyAt,
                postCount + (entry.isLive() ? 1 : 0));
    }

    /** With one more reply that answers, the newest so far. */
    Summary repliedAt(Instant at) {
        return new Summary(
                accounts,
                surface,
                customer,
                customerKey,
                language,
                rating,
                excerpt,
                permalink,
                team,
                sla,
                priority,
                score,
                themes,
                unknownAccount,
                truncated,
                openedAt,
                lastCustomerPostAt,
                at,
                postCount);
    }

    /** White space folded, cut to {@link #EXCERPT} code points; null for no text. */
    static @Nullable String excerptOf(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var folded = text.strip().replaceAll("\\s+", " ");
        if (folded.isEmpty()) {
            return null;
        }
        return folded.codePointCount(0, folded.length()) <= EXCERPT
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, EXCERPT));
    }
}
