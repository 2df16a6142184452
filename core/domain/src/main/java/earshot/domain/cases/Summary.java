package earshot.domain.cases;

import static java.util.Objects.requireNonNull;

import earshot.domain.policy.Policies;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Side;
import earshot.domain.post.Author;
import earshot.domain.post.KeyPart;
import earshot.domain.post.Placement;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the posts of a case say, all of them together. Whatever the order of arrival, the same posts
 * give the same summary. Made by a {@link Change}, which names each part.
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

    /** Of a timeline with a customer post. */
    static Summary of(Timeline timeline, Policies policies) {
        var subject = timeline.subject();
        var summary = begun(subject.oldest(), policies);
        for (var post : subject.entries()) {
            summary = summary.with(post);
        }
        for (var reply : timeline.ours().entries()) {
            summary = summary.with(reply);
        }
        return summary;
    }

    /** What the oldest post of the subject decides alone. */
    private static Summary begun(Entry oldest, Policies policies) {
        var post = oldest.post();
        var customer = post.author() instanceof Author.Customer c ? c : Author.Customer.UNKNOWN;
        var ruling = oldest.ruling();
        boolean known =
                policies.version(ruling.version()).knowsAccount(post.network(), post.account());
        return made().accounts(oldest.accounts())
                .surface(oldest.surface())
                .customer(customer)
                .customerKey(customerKey(oldest, customer))
                .permalink(post.permalink())
                .team(ruling.team())
                .sla(ruling.sla())
                .priority(ruling.priority())
                .unknownAccount(!known)
                .openedAt(oldest.order().published())
                .lastCustomerPostAt(oldest.order().published())
                .done();
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

    /** With one more post, the newest so far of its side. */
    Summary with(Entry entry) {
        var at = entry.order().published();
        if (entry.side() == Side.CUSTOMER) {
            return asked(entry, at);
        }
        return entry.side().answers() && !at.isBefore(openedAt)
                ? change().lastReplyAt(at).done()
                : this;
    }

    private Summary asked(Entry entry, Instant at) {
        var change =
                change().accounts(sorted(accounts, entry.accounts()))
                        .surface(surface.or(entry.surface()))
                        .language(language == null ? entry.post().language() : language)
                        .priority(priority.or(entry.ruling().priority()))
                        .score(Math.max(score, entry.ruling().score()))
                        .themes(sorted(themes, entry.ruling().themes()))
                        .truncated(truncated || entry.truncated())
                        .lastCustomerPostAt(at);
        if (entry.isLive()) {
            var text = excerptOf(entry.text());
            change.rating(entry.rating() == null ? rating : entry.rating())
                    .excerpt(text == null ? excerpt : text)
                    .postCount(postCount + 1);
        }
        return change.done();
    }

    private static List<String> sorted(Collection<String> some, Collection<String> more) {
        var all = new TreeSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
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

    /** A copy to change. */
    public Change change() {
        return new Change(this);
    }

    /** A summary to make: what is never set is empty, but for what every summary has. */
    public static Change made() {
        return new Change();
    }

    /** A summary in the making: every part as it was until it is set. */
    public static final class Change {
        private List<String> accounts = List.of();
        private @Nullable Surface surface;
        private Author.@Nullable Customer customer;
        private @Nullable String customerKey;
        private @Nullable String language;
        private @Nullable Rating rating;
        private @Nullable String excerpt;
        private @Nullable String permalink;
        private @Nullable String team;
        private @Nullable String sla;
        private @Nullable Priority priority;
        private int score;
        private List<String> themes = List.of();
        private boolean unknownAccount;
        private boolean truncated;
        private @Nullable Instant openedAt;
        private @Nullable Instant lastCustomerPostAt;
        private @Nullable Instant lastReplyAt;
        private int postCount;

        private Change() {}

        private Change(Summary of) {
            accounts = of.accounts;
            surface = of.surface;
            customer = of.customer;
            customerKey = of.customerKey;
            language = of.language;
            rating = of.rating;
            excerpt = of.excerpt;
            permalink = of.permalink;
            team = of.team;
            sla = of.sla;
            priority = of.priority;
            score = of.score;
            themes = of.themes;
            unknownAccount = of.unknownAccount;
            truncated = of.truncated;
            openedAt = of.openedAt;
            lastCustomerPostAt = of.lastCustomerPostAt;
            lastReplyAt = of.lastReplyAt;
            postCount = of.postCount;
        }

        public Change accounts(List<String> now) {
            accounts = now;
            return this;
        }

        public Change surface(Surface now) {
            surface = now;
            return this;
        }

        public Change customer(Author.Customer now) {
            customer = now;
            return this;
        }

        public Change customerKey(@Nullable String now) {
            customerKey = now;
            return this;
        }

        public Change language(@Nullable String now) {
            language = now;
            return this;
        }

        public Change rating(@Nullable Rating now) {
            rating = now;
            return this;
        }

        public Change excerpt(@Nullable String now) {
            excerpt = now;
            return this;
        }

        public Change permalink(@Nullable String now) {
            permalink = now;
            return this;
        }

        public Change team(String now) {
            team = now;
            return this;
        }

        public Change sla(String now) {
            sla = now;
            return this;
        }

        public Change priority(Priority now) {
            priority = now;
            return this;
        }

        public Change score(int now) {
            score = now;
            return this;
        }

        public Change themes(List<String> now) {
            themes = now;
            return this;
        }

        public Change unknownAccount(boolean now) {
            unknownAccount = now;
            return this;
        }

        public Change truncated(boolean now) {
            truncated = now;
            return this;
        }

        public Change openedAt(Instant now) {
            openedAt = now;
            return this;
        }

        public Change lastCustomerPostAt(Instant now) {
            lastCustomerPostAt = now;
            return this;
        }

        public Change lastReplyAt(@Nullable Instant now) {
            lastReplyAt = now;
            return this;
        }

        public Change postCount(int now) {
            postCount = now;
            return this;
        }

        /** Fails without a surface, customer, team, SLA, priority or instants. */
        public Summary done() {
            return new Summary(
                    accounts,
                    requireNonNull(surface),
                    requireNonNull(customer),
                    customerKey,
                    language,
                    rating,
                    excerpt,
                    permalink,
                    requireNonNull(team),
                    requireNonNull(sla),
                    requireNonNull(priority),
                    score,
                    themes,
                    unknownAccount,
                    truncated,
                    requireNonNull(openedAt),
                    requireNonNull(lastCustomerPostAt),
                    lastReplyAt,
                    postCount);
        }
    }
}
