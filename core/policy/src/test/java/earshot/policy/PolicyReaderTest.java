package earshot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.domain.policy.Policy;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Recipient;
import earshot.domain.policy.Ruling;
import earshot.domain.policy.Ruling.Treatment;
import earshot.domain.policy.Side;
import earshot.domain.policy.Step;
import earshot.domain.policy.Target;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Policy policy = PolicyReader.read(ExamplePolicy.TEXT, 12).orThrow();

    @Test
    void theVersionIsGivenAndNotWritten() {
        assertThat(policy.version()).isEqualTo(12);
    }

    @Test
    void idsKeepEveryDigitThatIsWritten() {
        assertThat(policy.knowsAccount(new Network("facebook"), "00106512345678901")).isTrue();
        assertThat(policy.sideOf(new Author.Ourselves(null, null, "7007"), null))
                .isEqualTo(Side.AGENT);
        assertThat(policy.sideOf(new Author.Ourselves(null, null, "0815"), null))
                .isEqualTo(Side.AGENT);
    }

    @Test
    void peopleAndTeamsHaveTheZoneOfTheFileUnlessTheyNameOne() {
        assertThat(policy.recipients(List.of("lead", "assignee", "team:bikes"), "care", "bo"))
                .containsExactly(
                        recipient("person:ann", "Ann", "America/New_York"),
                        recipient("person:bo", "bo", "Europe/Berlin"),
                        recipient("team:bikes", "bikes", "UTC"));
    }

    @Test
    void repetitionsAreWrittenOut() {
        var ladder = policy.sla("standard").ladder();

        assertThat(ladder.steps())
                .extracting(Step::name)
                .containsExactly(
                        "50%",
                        "80%",
                        "due",
                        "due+15m",
                        "due+45m",
                        "due+75m",
                        "due+105m",
                        "due+135m",
                        "due+165m",
                        "due+195m");
        assertThat(ladder.steps().getLast().to()).containsExactly("lead", "fallback");
        assertThat(policy.sla("fast").ladder().steps())
                .extracting(Step::name)
                .containsExactly("due", "due+20s");
    }

    @Test
    void goalsAndCalendarsAreAsWritten() {
        var sla = policy.sla("standard");

        assertThat(sla.goal(Target.NEXT, Priority.URGENT)).isEqualTo(Duration.ofSeconds(30));
        assertThat(sla.goal(Target.FIRST, Priority.LOW)).isEqualTo(Duration.ofHours(100));
        assertThat(sla.calendar().zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(sla.dueAt(Instant.parse("2026-12-24T16:30:00Z"), Duration.ofHours(1)))
                .as("the holiday Friday has no night shift")
                .isEqualTo(Instant.parse("2026-12-28T14:30:00Z"));
        assertThat(policy.sla("fast").dueAt(NOW, Duration.ofHours(1)))
                .isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void rulesApplyAsWritten() {
        var bad = post("google", "locations/12", "Cheap PILLS", Rating.of(1, 10));

        assertThat(policy.rule(bad, Side.CUSTOMER))
                .isEqualTo(
                        new Ruling(
                                12,
                                Treatment.IGNORE,
                                "bikes",
                                Priority.HIGH,
                                15,
                                List.of("quality", "rating"),
                                "fast"));
    }

    @Test
    void windowsThatAreNotWrittenHaveUsualLengths() {
        assertThat(policy.lookback()).isEqualTo(Duration.ofHours(36));
        assertThat(policy.reopenWindow(Surface.DIRECT)).isEqualTo(Duration.ofDays(3));
        assertThat(policy.reopenWindow(Surface.MENTION)).isEqualTo(Duration.ofDays(7));
        assertThat(policy.resolveAnsweredAfter()).contains(Duration.ofDays(5));
        assertThat(policy.acknowledgementLapse()).isEqualTo(Duration.ofMinutes(45));

        var bare = ExamplePolicy.TEXT.substring(0, ExamplePolicy.TEXT.indexOf("windows:"));
        var usual = PolicyReader.read(bare, 1).orThrow();
        assertThat(usual.lookback()).isEqualTo(Duration.ofHours(24));
        assertThat(usual.resolveAnsweredAfter()).isEmpty();
        assertThat(usual.acknowledgementLapse()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void automaticTextsAreFoundWhateverTheirCase() {
        assertThat(policy.sideOf(new Author.Ourselves(null, null, null), "Sorry, WE ARE CLOSED."))
                .isEqualTo(Side.AUTOMATIC);
        assertThat(
                        policy.sideOf(
                                new Author.Ourselves(null, null, null),
                                "Many thanks for your message"))
                .isEqualTo(Side.NATIVE);
    }

    @Test
    void whoeverLoadsAFaultyPolicyIsToldEveryFault() {
        var twoFaults =
                ExamplePolicy.TEXT
                        .replace("lookback: 36 h", "lookback: soon")
                        .replace("calendar: always", "calendar: allways");

        assertThatThrownBy(() -> PolicyReader.read(twoFaults, 1).orThrow())
                .hasMessageContaining("soon")
                .hasMessageContaining("allways");
    }

    @Test
    void theDefaultPolicyIsSoundAndHasVersionZero() {
        var defaults = PolicyReader.defaults();
        var office = defaults.sla("standard");

        assertThat(defaults.version()).isZero();
        assertThat(office.ladder().steps())
                .extracting(Step::name)
                .startsWith("50%", "80%", "due", "due+15m", "due+45m")
                .hasSize(10);
        assertThat(
                        office.calendar()
                                .add(Instant.parse("2026-12-24T12:30:00Z"), Duration.ofHours(1)))
                .as("half a day before Christmas, then a weekend")
                .isEqualTo(Instant.parse("2026-12-28T09:30:00Z"));
        assertThat(defaults.sla("around-the-clock").dueAt(NOW, Duration.ofHours(2)))
                .isEqualTo(NOW.plusSeconds(7200));
        assertThat(defaults.recipients(List.of("assignee"), Policy.TRIAGE, null)).isNotEmpty();
    }

    private static Recipient recipient(String id, String name, String zone) {
        return new Recipient(id, name, ZoneId.of(zone), List.of("webhook"));
    }

    private static Post post(String network, String account, String text, @Nullable Rating rating) {
        return Post.of(
                        new PostId(new Network(network), "1"),
                        account,
                        Surface.REVIEW,
                        new Placement.Root(),
                        Author.Customer.UNKNOWN,
                        Moment.of(NOW, NOW))
                .text(text)
                .rating(rating)
                .build();
    }
}
