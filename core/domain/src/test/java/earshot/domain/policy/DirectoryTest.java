package earshot.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Network;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private final Directory directory =
            new Directory(
                    Map.of(),
                    Map.of("care", team("care", "ann"), "bikes", team("bikes", null)),
                    Map.of("ann", person("ann"), "bo", person("bo"), "duty", person("duty")),
                    "person:duty");

    @Test
    void theAccountsOfANetworkComeInOrder() {
        var madeup = new Network("madeup");
        var accounts =
                Map.of(
                        new Account(madeup, "b"), "care",
                        new Account(madeup, "a"), "bikes",
                        new Account(new Network("other"), "c"), "care");
        var directory = new Directory(accounts, Map.of(), Map.of(), "person:duty");
        assertThat(directory.accountsOf(madeup)).containsExactly("a", "b");
        assertThat(directory.accountsOf(new Network("third"))).isEmpty();
    }

    @Test
    void aCaseOfSomebodyIsTheirs() {
        assertThat(told("care", "bo", "assignee")).containsExactly("person:bo");
    }

    @Test
    void aCaseOfNobodyGoesToTheTeam() {
        assertThat(told("care", null, "assignee")).containsExactly("team:care");
    }

    @Test
    void aCaseOfNobodyInATeamThatIsNotKnownGoesToTheFallback() {
        assertThat(told("triage", null, "assignee")).containsExactly("person:duty");
        assertThat(told("triage", "who-left", "lead", "team")).containsExactly("person:duty");
    }

    @Test
    void anAssigneeWhoIsNotKnownIsReplacedByTheTeam() {
        assertThat(told("care", "who-left", "assignee")).containsExactly("team:care");
    }

    @Test
    void aTeamWithoutALeadIsToldItself() {
        assertThat(told("care", null, "lead")).containsExactly("person:ann");
        assertThat(told("bikes", null, "lead")).containsExactly("team:bikes");
    }

    @Test
    void whoIsReachedTwiceIsToldOnce() {
        assertThat(told("care", "ann", "assignee", "lead", "person:ann", "team", "fallback"))
                .containsExactly("person:ann", "team:care", "person:duty");
    }

    @Test
    void personsAndTeamsMayBeNamed() {
        assertThat(told("care", null, "person:bo", "team:bikes"))
                .containsExactly("person:bo", "team:bikes");
    }

    @Test
    void aStepForNobodyTellsNobody() {
        assertThat(told("care", "bo")).isEmpty();
    }

    @Test
    void aRecipientKeepsNameZoneAndChannels() {
        assertThat(directory.recipients(List.of("assignee"), "care", "bo"))
                .containsExactly(
                        new Recipient("person:bo", "BO", ZoneOffset.UTC, List.of("webhook")));
    }

    private List<String> told(String team, @Nullable String assignee, String... words) {
        return directory.recipients(List.of(words), team, assignee).stream()
                .map(Recipient::id)
                .toList();
    }

    private static Team team(String id, @Nullable String lead) {
        return new Team(id, id, lead, ZoneOffset.UTC, List.of("webhook"));
    }

    private static Person person(String id) {
        return new Person(
                id,
                id.toUpperCase(Locale.ROOT),
                List.of("care"),
                ZoneOffset.UTC,
                List.of("webhook"));
    }
}
