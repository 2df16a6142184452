package earshot.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.domain.policy.Rule.Condition;
import earshot.domain.policy.Rule.Outcome;
import earshot.domain.policy.Rule.RatingBound;
import earshot.domain.policy.Ruling.Treatment;
import earshot.domain.post.Author;
import earshot.domain.post.Author.Ourselves;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Network FACEBOOK = new Network("facebook");
    private static final Network GOOGLE = new Network("google");
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Condition ANY =
            new Condition(Set.of(), Set.of(), Set.of(), List.of(), null);

    @Test
    void aPostThatNoRuleKnowsGoesToTheTeamOfItsAccount() {
        assertThat(policy().rule(post("Hello"), Side.CUSTOMER))
                .isEqualTo(
                        new Ruling(
                                7,
                                Treatment.ANSWER,
                                "care",
                                Priority.NORMAL,
                                0,
                                List.of(),
                                "standard"));
    }

    @Test
    void allRulesThatMatchApplyTogether() {
        var policy =
                policy(
                        rule(
                                words("refund"),
                                new Outcome(
                                        null, Priority.LOW, 5, List.of("money", "b"), null, null)),
                        rule(
                                words("nothing of the kind"),
                                new Outcome(
                                        "never",
                                        Priority.URGENT,
                                        99,
                                        List.of("never"),
                                        null,
                                        Treatment.IGNORE)),
                        rule(
                                ANY,
                                new Outcome(
                                        "money",
                                        Priority.HIGH,
                                        10,
                                        List.of("a", "money"),
                                        "fast",
                                        Treatment.LISTEN)),
                        rule(
                                ANY,
                                new Outcome(
                                        "late",
                                        Priority.NORMAL,
                                        -1,
                                        List.of(),
                                        "standard",
                                        Treatment.IGNORE)));

        assertThat(policy.rule(post("A refund, please"), Side.CUSTOMER))
                .isEqualTo(
                        new Ruling(
                                7,
                                Treatment.LISTEN,
                                "money",
                                Priority.HIGH,
                                14,
                                List.of("a", "b", "money"),
                                "fast"));
    }

    @Test
    void aLowPriorityHoldsWhereNoRuleSaysMore() {
        var low = new Outcome(null, Priority.LOW, 0, List.of(), null, null);

        assertThat(policy(rule(ANY, low)).rule(post("Hello"), Side.CUSTOMER).priority())
                .isEqualTo(Priority.LOW);
    }

    @Test
    void allConditionsOfARuleMustHold() {
        var all =
                new Condition(
                        Set.of(FACEBOOK, GOOGLE),
                        Set.of("page"),
                        Set.of(Surface.REVIEW, Surface.DIRECT),
                        List.of(text -> text.contains("bad"), text -> text.contains("worse")),
                        new RatingBound(new BigDecimal("0.4"), true));
        var stars = Rating.of(2, 5);

        assertThat(all.holdsFor(post(FACEBOOK, "page", Surface.REVIEW, "worse", stars))).isTrue();
        assertThat(all.holdsFor(post(new Network("x"), "page", Surface.REVIEW, "bad", stars)))
                .isFalse();
        assertThat(all.holdsFor(post(FACEBOOK, "other", Surface.REVIEW, "bad", stars))).isFalse();
        assertThat(all.holdsFor(post(FACEBOOK, "page", Surface.POST, "bad", stars))).isFalse();
        assertThat(all.holdsFor(post(FACEBOOK, "page", Surface.REVIEW, "good", stars))).isFalse();
        assertThat(all.holdsFor(post(FACEBOOK, "page", Surface.REVIEW, null, stars))).isFalse();
        assertThat(all.holdsFor(post(FACEBOOK, "page", Surface.REVIEW, "bad", null))).isFalse();
        assertThat(all.holdsFor(post(FACEBOOK, "page", Surface.REVIEW, "bad", Rating.of(3, 5))))
                .isFalse();
    }

    @Test
    void aRatingIsComparedAsAFractionOfTheBest() {
        var below = new RatingBound(new BigDecimal("0.4"), false);

        assertThat(below.holdsFor(Rating.of(0, 1))).isTrue();
        assertThat(below.holdsFor(Rating.of(1, 3))).isTrue();
        assertThat(below.holdsFor(Rating.of(4, 10))).isFalse();
        assertThat(new RatingBound(new BigDecimal("0.40"), true).holdsFor(Rating.of(4, 10)))
                .isTrue();
    }

    @Test
    void aPostToAnAccountThatIsNotNamedIsForTriageWhateverTheRulesSay() {
        var policy =
                policy(rule(ANY, new Outcome("money", Priority.HIGH, 0, List.of(), null, null)));
        var said = policy.rule(post(GOOGLE, "page", Surface.REVIEW, "Hello", null), Side.CUSTOMER);

        assertThat(said.team()).isEqualTo("triage");
        assertThat(said.priority()).isEqualTo(Priority.HIGH);
        assertThat(policy.knowsAccount(GOOGLE, "page")).isFalse();
        assertThat(policy.knowsAccount(FACEBOOK, "page")).isTrue();
    }

    @Test
    void postsOfOursAreNotRuled() {
        var ignore = new Outcome("money", Priority.HIGH, 9, List.of("a"), "fast", Treatment.IGNORE);

        for (var side : List.of(Side.AGENT, Side.NATIVE, Side.AUTOMATIC)) {
            assertThat(policy(rule(ANY, ignore)).rule(post("Hello"), side))
                    .isEqualTo(policy().rule(post("Hello"), Side.CUSTOMER));
        }
    }

    @Test
    void anOldPostThatWasBroughtInLaterIsHistory() {
        var dayOld = Duration.ofHours(24);
        var policy = policy();

        assertThat(treatment(policy, dayOld.plusMillis(1), true)).isEqualTo(Treatment.HISTORY);
        assertThat(treatment(policy, dayOld, true)).isEqualTo(Treatment.ANSWER);
        assertThat(treatment(policy, dayOld.multipliedBy(7), false)).isEqualTo(Treatment.ANSWER);
    }

    @Test
    void whatSaysAutomaticIsHeardBeforeTheToolThatSentIt() {
        assertThat(side("tool", "Hello")).isEqualTo(Side.AGENT);
        assertThat(side("bot", "Hello")).isEqualTo(Side.AUTOMATIC);
        assertThat(side("tool", "We are closed today")).isEqualTo(Side.AUTOMATIC);
        assertThat(side(null, "We are closed today")).isEqualTo(Side.AUTOMATIC);
        assertThat(side("some other app", "Hello")).isEqualTo(Side.NATIVE);
        assertThat(side(null, null)).isEqualTo(Side.NATIVE);
        assertThat(policy().sideOf(Author.Customer.UNKNOWN, "We are closed today"))
                .isEqualTo(Side.CUSTOMER);
    }

    @Test
    void anSlaThatThisVersionNoLongerHasIsServedByTheUsualOne() {
        assertThat(policy().sla("fast").name()).isEqualTo("fast");
        assertThat(policy().sla("of-last-year").name()).isEqualTo("standard");
    }

    @Test
    void aPolicyWithoutItsUsualSlaIsRefused() {
        var policy = policy();

        assertThatThrownBy(
                        () ->
                                new Policy(
                                        1,
                                        policy.directory(),
                                        policy.voices(),
                                        new RoutingPolicy(List.of(), "none"),
                                        policy.slas(),
                                        policy.windows()))
                .hasMessageContaining("none");
    }

    private static Side side(@Nullable String app, @Nullable String text) {
        return policy().sideOf(new Ourselves("page", "Our page", app), text);
    }

    private static Treatment treatment(Policy policy, Duration age, boolean backfilled) {
        var when = Moment.of(NOW.minus(age), NOW);
        return policy.rule(
                        post(FACEBOOK, "page", Surface.POST, "Hello", null, when, backfilled),
                        Side.CUSTOMER)
                .treatment();
    }

    private static Condition words(String word) {
        return new Condition(
                Set.of(), Set.of(), Set.of(), List.of(text -> text.contains(word)), null);
    }

    private static Rule rule(Condition when, Outcome then) {
        return new Rule("a rule", when, then);
    }

    private static Post post(String text) {
        return post(FACEBOOK, "page", Surface.POST, text, null);
    }

    private static Post post(
            Network network,
            String account,
            Surface surface,
            @Nullable String text,
            @Nullable Rating rating) {
        return post(network, account, surface, text, rating, Moment.of(NOW, NOW), false);
    }

    private static Post post(
            Network network,
            String account,
            Surface surface,
            @Nullable String text,
            @Nullable Rating rating,
            Moment published,
            boolean backfilled) {
        return Post.of(
                        new PostId(network, "1"),
                        account,
                        surface,
                        new Placement.Root(),
                        Author.Customer.UNKNOWN,
                        published)
                .text(text)
                .rating(rating)
                .backfilled(backfilled)
                .build();
    }

    private static Policy policy(Rule... rules) {
        var team = new Team("care", "Care", null, ZoneOffset.UTC, List.of("webhook"));
        return new Policy(
                7,
                new Directory(
                        Map.of(new Account(FACEBOOK, "page"), "care"),
                        Map.of("care", team),
                        Map.of(),
                        "team:care"),
                new OurReplies(
                        Set.of("tool"), Set.of("bot"), List.of(text -> text.contains("closed"))),
                new RoutingPolicy(List.of(rules), "standard"),
                Map.of("standard", sla("standard"), "fast", sla("fast")),
                new Windows(
                        Duration.ofHours(24),
                        each(Surface.values(), _ -> Duration.ofDays(7)),
                        null,
                        Duration.ofHours(1)));
    }

    private static SlaPolicy sla(String name) {
        var hour = Duration.ofHours(1);
        return new SlaPolicy(
                name,
                WorkingCalendar.always(),
                each(Priority.values(), _ -> new Goals(hour, hour)),
                new Ladder(List.of()));
    }

    private static <K, V> Map<K, V> each(K[] keys, Function<K, V> value) {
        return Arrays.stream(keys).collect(Collectors.toMap(Function.identity(), value));
    }
}
