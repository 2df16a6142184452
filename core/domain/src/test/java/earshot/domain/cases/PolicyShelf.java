package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minutes;

import earshot.domain.policy.Account;
import earshot.domain.policy.Directory;
import earshot.domain.policy.Goals;
import earshot.domain.policy.Ladder;
import earshot.domain.policy.OurReplies;
import earshot.domain.policy.Person;
import earshot.domain.policy.Policies;
import earshot.domain.policy.Policy;
import earshot.domain.policy.Priority;
import earshot.domain.policy.RoutingPolicy;
import earshot.domain.policy.Rule;
import earshot.domain.policy.Ruling;
import earshot.domain.policy.SlaPolicy;
import earshot.domain.policy.Step;
import earshot.domain.policy.StepTime;
import earshot.domain.policy.Team;
import earshot.domain.policy.TextPattern;
import earshot.domain.policy.Windows;
import earshot.domain.policy.WorkingCalendar;
import earshot.domain.post.Network;
import earshot.domain.post.Surface;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a test, real ones, by version. The ordinary one promises a first answer within 60
 * minutes around the clock and every later one within 30; its rules look for words: {@code URGENT}
 * (20 and 10 minutes), {@code FYI} is listened to, {@code SPAM} is ignored, {@code GOLD} has an SLA
 * (12 and 6 minutes) and a team of its own.
 */
final class PolicyShelf implements Policies {
    static final Network NETWORK = new Network("facebook");
    static final String PAGE = "page";

    private final List<Policy> versions = new ArrayList<>();

    static PolicyShelf ordinary() {
        return new PolicyShelf().push(ordinary(0, WorkingCalendar.always()));
    }

    static PolicyShelf ordinary(WorkingCalendar calendar) {
        return new PolicyShelf().push(ordinary(0, calendar));
    }

    /** Puts a policy in force; its version is the next. */
    PolicyShelf push(Policy policy) {
        versions.add(policy);
        return this;
    }

    @Override
    public Policy current() {
        return versions.getLast();
    }

    @Override
    public Policy version(int version) {
        return versions.get(version);
    }

    static Policy ordinary(int version, WorkingCalendar calendar) {
        return policy(
                version,
                Map.of(
                        "usual", new SlaPolicy("usual", calendar, goals(60, 30), ladder()),
                        "gold", new SlaPolicy("gold", calendar, goals(12, 6), ladder())));
    }

    static Policy policy(int version, Map<String, SlaPolicy> slas) {
        return new Policy(
                version,
                directory(),
                new OurReplies(Set.of("desk"), Set.of("bot"), List.of()),
                new RoutingPolicy(
                        List.of(
                                rule("URGENT", null, Priority.URGENT, null, null),
                                rule("FYI", null, null, null, Ruling.Treatment.LISTEN),
                                rule("SPAM", null, null, null, Ruling.Treatment.IGNORE),
                                rule("GOLD", "gold", null, "gold", null)),
                        "usual"),
                slas,
                windows());
    }

    /** Of a normal post: half of it for a high one, a third for an urgent one, double for low. */
    static Map<Priority, Goals> goals(int first, int next) {
        var goals = new EnumMap<Priority, Goals>(Priority.class);
        goals.put(Priority.URGENT, new Goals(minutes(first / 3.0), minutes(next / 3.0)));
        goals.put(Priority.HIGH, new Goals(minutes(first / 2.0), minutes(next / 2.0)));
        goals.put(Priority.NORMAL, new Goals(minutes(first), minutes(next)));
        goals.put(Priority.LOW, new Goals(minutes(2 * first), minutes(2 * next)));
        return goals;
    }

    /**
     * Half way to the team, due to the team and its lead, and a quarter of an hour later to all.
     */
    static Ladder ladder() {
        return new Ladder(
                List.of(
                        Step.of(new StepTime.AtPercent(50), List.of("team")),
                        Step.of(new StepTime.AtDue(), List.of("team", "lead")),
                        Step.of(
                                new StepTime.AfterDue(Duration.ofMinutes(15)),
                                List.of("team", "lead", "fallback"))));
    }

    private static Rule rule(
            String word,
            @Nullable String team,
            @Nullable Priority priority,
            @Nullable String sla,
            Ruling.@Nullable Treatment treatment) {
        TextPattern pattern = text -> text.contains(word);
        return new Rule(
                word,
                new Rule.Condition(Set.of(), Set.of(), Set.of(), List.of(pattern), null),
                new Rule.Outcome(
                        team,
                        priority,
                        1,
                        List.of(word.toLowerCase(java.util.Locale.ROOT)),
                        sla,
                        treatment));
    }

    private static Directory directory() {
        return new Directory(
                Map.of(
                        new Account(NETWORK, PAGE), "care",
                        new Account(NETWORK, "shop"), "care"),
                Map.of(
                        "care", new Team("care", "Care", "ann", ZoneOffset.UTC, List.of()),
                        "gold", new Team("gold", "Gold", "ann", ZoneOffset.UTC, List.of())),
                Map.of("ann", new Person("ann", "Ann", List.of("care"), ZoneOffset.UTC, List.of())),
                "person:ann");
    }

    private static Windows windows() {
        var reopen = new EnumMap<Surface, Duration>(Surface.class);
        for (var surface : Surface.values()) {
            reopen.put(surface, Duration.ofDays(7));
        }
        return new Windows(Duration.ofHours(24), reopen, Duration.ofDays(3), minutes(30));
    }
}
