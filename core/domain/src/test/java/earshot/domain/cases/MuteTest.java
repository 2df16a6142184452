package earshot.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.policy.Directory;
import earshot.domain.policy.Person;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Target;
import earshot.domain.policy.Team;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Network;
import earshot.domain.post.Surface;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MuteTest {
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private final Mute care =
            new Mute("care", NOON.plus(Duration.ofHours(2)), "ann", NOON, "a party");

    @Test
    void theTeamAndItsPeopleHearNothingOfTheirCases() {
        assertThat(holds("team:care", "care")).isTrue();
        assertThat(holds("person:bo", "care")).isTrue();
    }

    @Test
    void whoLeadsATeamIsOneOfIts() {
        assertThat(holds("person:lea", "care")).isTrue();
    }

    @Test
    void otherTeamsAndOtherPeopleHearOfAllCases() {
        assertThat(holds("team:bikes", "care")).isFalse();
        assertThat(holds("person:kim", "care")).isFalse();
        assertThat(holds("person:who-left", "care")).isFalse();
    }

    @Test
    void aMemberOfTwoTeamsHearsOfTheOtherTeamsCases() {
        assertThat(holds("person:bo", "bikes")).isFalse();
    }

    @Test
    void theFallbackHearsEverythingButAMutedTeamOfItsOwnCases() {
        assertThat(holds("person:duty", "care")).isFalse();
        assertThat(mute("night").holds(notice("team:night", "care"), falling("team:night")))
                .isFalse();
        assertThat(mute("night").holds(notice("team:night", "night"), falling("team:night")))
                .isTrue();
    }

    @Test
    void aTeamThatALadderNamesIsMutedInOtherTeamsCasesToo() {
        assertThat(holds("team:care", "bikes")).isTrue();
    }

    @Test
    void aMuteIsOverAtItsEnd() {
        assertThat(care.isInForce(care.until().minusMillis(1))).isTrue();
        assertThat(care.isInForce(care.until())).isFalse();
    }

    private boolean holds(String recipient, String team) {
        return care.holds(notice(recipient, team), falling("person:duty"));
    }

    private Mute mute(String team) {
        return new Mute(team, care.until(), "ann", NOON, null);
    }

    private static Directory falling(String fallback) {
        return new Directory(
                Map.of(),
                Map.of(
                        "care", new Team("care", "C", "lea", ZoneOffset.UTC, List.of()),
                        "bikes", new Team("bikes", "B", null, ZoneOffset.UTC, List.of()),
                        "night", new Team("night", "N", null, ZoneOffset.UTC, List.of())),
                Map.of(
                        "bo", person("bo", "care", "bikes"),
                        "lea", person("lea"),
                        "kim", person("kim", "bikes"),
                        "duty", person("duty", "care")),
                fallback);
    }

    private static Person person(String id, String... teams) {
        return new Person(id, id, List.of(teams), ZoneOffset.UTC, List.of());
    }

    private static Notice notice(String recipient, String team) {
        var why =
                new Notice.Why(
                        new Network("town"),
                        Surface.POST,
                        "us",
                        null,
                        null,
                        null,
                        Priority.NORMAL,
                        team,
                        null,
                        "standard",
                        0,
                        "office",
                        NOON,
                        NOON,
                        NOON,
                        Duration.ZERO);
        return new Notice(
                new CaseId(new ConversationKey("town:1"), 1),
                "1",
                Target.FIRST,
                "due",
                recipient,
                NOON,
                why);
    }
}
