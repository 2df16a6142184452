package earshot.domain.policy;

import earshot.domain.policy.Ruling.Treatment;
import earshot.domain.post.Network;
import earshot.domain.post.Post;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A routing rule: what it asks of a post, and what it says of one that answers to all of it. */
public record Rule(String name, Condition when, Outcome then) {

    /**
     * What a rule asks. Each part that is empty or null asks nothing, each other part must hold.
     *
     * @param words any of them in the text; a post without a text has none
     * @param rating a bound of the rating; a post without a rating is not within it
     */
    public record Condition(
            Set<Network> networks,
            Set<String> accounts,
            Set<Surface> surfaces,
            List<TextPattern> words,
            @Nullable RatingBound rating) {
        public Condition {
            networks = Set.copyOf(networks);
            accounts = Set.copyOf(accounts);
            surfaces = Set.copyOf(surfaces);
            words = List.copyOf(words);
        }

        public boolean holdsFor(Post post) {
            return (networks.isEmpty() || networks.contains(post.network()))
                    && (accounts.isEmpty() || accounts.contains(post.account()))
                    && (surfaces.isEmpty() || surfaces.contains(post.surface()))
                    && (words.isEmpty() || mentions(post.text()))
                    && (rating == null || within(rating, post.rating()));
        }

        private boolean mentions(@Nullable String text) {
            return text != null && words.stream().anyMatch(pattern -> pattern.foundIn(text));
        }

        private static boolean within(RatingBound bound, @Nullable Rating rating) {
            return rating != null && bound.holdsFor(rating);
        }
    }

    /**
     * The highest rating that still counts, as a fraction of the best one: 0.4 is two stars of
     * five.
     *
     * @param included whether that very rating counts
     */
    public record RatingBound(BigDecimal fraction, boolean included) {
        boolean holdsFor(Rating rating) {
            int compared = rating.value().compareTo(fraction.multiply(rating.best()));
            return included ? compared <= 0 : compared < 0;
        }
    }

    /**
     * What a rule says. Each part that is empty, zero or null says nothing.
     *
     * @param points added to the priority score
     * @param treatment listen or ignore
     */
    public record Outcome(
            @Nullable String team,
            @Nullable Priority priority,
            int points,
            List<String> themes,
            @Nullable String sla,
            @Nullable Treatment treatment) {
        public Outcome {
            themes = List.copyOf(themes);
        }
    }
}
