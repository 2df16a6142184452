package earshot.domain.policy;

import earshot.domain.post.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our accounts, teams and people, and how to find whoever a step is for.
 *
 * @param accounts the id of the team that each belongs to
 * @param fallback {@code person:<id>} or {@code team:<id>}: who is told when nobody else can be
 */
public record Directory(
        Map<Account, String> accounts,
        Map<String, Team> teams,
        Map<String, Person> people,
        String fallback) {
    public Directory {
        accounts = Map.copyOf(accounts);
        teams = Map.copyOf(teams);
        people = Map.copyOf(people);
    }

    /** Our accounts of one network, by their ids in order. */
    public List<String> accountsOf(Network network) {
        return accounts.keySet().stream()
                .filter(account -> account.network().equals(network))
                .map(Account::id)
                .sorted()
                .toList();
    }

    /**
     * Whom the words mean for one case, each once. Where a word means nobody (no assignee, no lead,
     * one whom this policy does not know), the team is told in their place, and without a team the
     * fallback: empty only for no words.
     */
    public List<Recipient> recipients(List<String> words, String team, @Nullable String assignee) {
        var found = new LinkedHashMap<String, Recipient>();
        for (var word : words) {
            named(word, team, assignee)
                    .or(() -> team(team))
                    .or(() -> named(fallback, team, assignee))
                    .ifPresent(recipient -> found.putIfAbsent(recipient.id(), recipient));
        }
        return List.copyOf(found.values());
    }

    private Optional<Recipient> named(String word, String team, @Nullable String assignee) {
        return switch (word) {
            case "assignee" -> person(assignee);
            case "team" -> team(team);
            case "lead" -> Optional.ofNullable(teams.get(team)).flatMap(t -> person(t.lead()));
            case "fallback" -> byId(fallback);
            default -> byId(word);
        };
    }

    /**
     * Who has this id now.
     *
     * @param id {@code person:<id>} or {@code team:<id>}
     * @return empty for one whom this policy does not know
     */
    public Optional<Recipient> byId(String id) {
        if (id.startsWith("person:")) {
            return person(id.substring("person:".length()));
        }
        return id.startsWith("team:") ? team(id.substring("team:".length())) : Optional.empty();
    }

    /**
     * Whether this is somebody who works in a team, or leads it.
     *
     * @param recipient {@code person:<id>}; a team is no member
     */
    public boolean isMember(String recipient, String team) {
        if (!recipient.startsWith("person:")) {
            return false;
        }
        var id = recipient.substring("person:".length());
        var person = people.get(id);
        var led = teams.get(team);
        return (person != null && person.teams().contains(team))
                || (led != null && id.equals(led.lead()));
    }

    private Optional<Recipient> person(@Nullable String id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(people.get(id)).map(Person::asRecipient);
    }

    private Optional<Recipient> team(String id) {
        return Optional.ofNullable(teams.get(id)).map(Team::asRecipient);
    }
}
