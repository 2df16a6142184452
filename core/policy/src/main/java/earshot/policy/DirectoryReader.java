package earshot.policy;

import earshot.domain.policy.Account;
import earshot.domain.policy.Directory;
import earshot.domain.policy.Person;
import earshot.domain.policy.Team;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code accounts}, {@code teams}, {@code people} and {@code fallback}. */
final class DirectoryReader {
    private static final Set<String> CHANNELS = Set.of("webhook");
    private static final Set<String> ROLES = Set.of("assignee", "team", "lead", "fallback");

    private final Section file;
    private final ZoneId usualZone;
    private final Map<String, Section> teams;
    private final Map<String, Section> people;

    DirectoryReader(Section file, ZoneId usualZone) {
        this.file = file;
        this.usualZone = usualZone;
        if (!file.has("teams")) {
            file.fault(file.place("teams"), "is missing; somebody has to answer");
        }
        this.teams = file.named("teams");
        this.people = file.named("people");
    }

    Directory read() {
        var accounts = accounts();
        var fallback = file.required("fallback", this::named);
        var teamsById = new LinkedHashMap<String, Team>();
        teams.forEach((id, section) -> teamsById.put(id, team(id, section)));
        var peopleById = new LinkedHashMap<String, Person>();
        people.forEach((id, section) -> peopleById.put(id, person(id, section)));
        return new Directory(accounts, teamsById, peopleById, fallback == null ? "" : fallback);
    }

    /** A team that this file describes. */
    String team(String text) {
        return Spellings.oneOf("team", teams.keySet()).read(text);
    }

    /** A recipient of a step. */
    String recipient(String text) {
        return ROLES.contains(text) ? text : named(text);
    }

    private String named(String text) {
        if (text.startsWith("team:")) {
            return "team:" + team(text.substring("team:".length()));
        }
        if (text.startsWith("person:")) {
            return "person:" + somebody(text.substring("person:".length()));
        }
        throw new IllegalArgumentException(
                text
                        + " is nobody; write person:NAME or team:NAME"
                        + " (a step also knows "
                        + String.join(", ", new TreeSet<>(ROLES))
                        + ")");
    }

    private String somebody(String text) {
        return Spellings.oneOf("person", people.keySet()).read(text);
    }

    private Map<Account, String> accounts() {
        var accounts = new LinkedHashMap<Account, String>();
        for (var section : file.list("accounts")) {
            var network = section.required("network", Spellings::network);
            var id = section.required("account", Spellings::text);
            var team = section.required("team", this::team);
            if (network != null && id != null && team != null) {
                if (accounts.put(new Account(network, id), team) != null) {
                    section.fault(section.place(), "is the second entry for this account");
                }
            }
            section.done();
        }
        return accounts;
    }

    private Team team(String id, Section section) {
        var name = section.optional("name", Spellings::text);
        var lead = section.optional("lead", this::somebody);
        var team = new Team(id, orElse(name, id), lead, zone(section), channels(section));
        section.done();
        return team;
    }

    private Person person(String id, Section section) {
        var name = section.optional("name", Spellings::text);
        var in = section.many("teams", this::team);
        var person = new Person(id, orElse(name, id), in, zone(section), channels(section));
        section.done();
        return person;
    }

    private ZoneId zone(Section section) {
        var zone = section.optional("zone", Spellings::zone);
        return zone == null ? usualZone : zone;
    }

    private static List<String> channels(Section section) {
        var channels = section.many("channels", Spellings.oneOf("channel", CHANNELS));
        return channels.isEmpty() ? List.copyOf(CHANNELS) : channels;
    }

    private static String orElse(@Nullable String name, String id) {
        return name == null ? id : name;
    }
}
