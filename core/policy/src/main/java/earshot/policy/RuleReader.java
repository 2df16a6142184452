package earshot.policy;

import earshot.domain.policy.Account;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Rule;
import earshot.domain.policy.Rule.Condition;
import earshot.domain.policy.Rule.Outcome;
import earshot.domain.policy.Rule.RatingBound;
import earshot.domain.policy.Ruling.Treatment;
import earshot.domain.post.Surface;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the entries of {@code rules}. */
final class RuleReader {
    private static final int MOST_POINTS = 1000;

    private final Spelling<String> account;
    private final Spelling<String> team;
    private final Spelling<String> sla;

    RuleReader(Set<Account> accounts, Spelling<String> team, Set<String> slas) {
        var ids = accounts.stream().map(Account::id).collect(Collectors.toSet());
        this.account = Spellings.oneOf("account", ids);
        this.team = team;
        this.sla = Spellings.oneOf("SLA", slas);
    }

    Rule read(Section section) {
        var name = section.required("name", Spellings::text);
        var when = condition(section.requiredSection("when"));
        var then = outcome(section.requiredSection("then"));
        section.done();
        return new Rule(name == null ? "" : name, when, then);
    }

    private Condition condition(Section when) {
        var condition =
                new Condition(
                        new HashSet<>(when.many("network", Spellings::network)),
                        new HashSet<>(when.many("account", account)),
                        new HashSet<>(when.many("surface", Spellings.word(Surface.class))),
                        when.many("words", WordPattern::of),
                        when.has("rating") ? bound(when.section("rating")) : null);
        when.done();
        return condition;
    }

    private static @Nullable RatingBound bound(Section rating) {
        var below = rating.optional("below", Spellings::fraction);
        var atMost = rating.optional("atMost", Spellings::fraction);
        if (rating.has("below") == rating.has("atMost")) {
            rating.fault(rating.place(), "has either below or atMost, such as atMost: 0.4");
        }
        rating.done();
        if (below != null) {
            return new RatingBound(below, false);
        }
        return atMost == null ? null : new RatingBound(atMost, true);
    }

    private Outcome outcome(Section then) {
        if (then.keys().isEmpty()) {
            then.fault(then.place(), "says nothing; give a team, a priority, or another outcome");
        }
        var points = then.optional("points", Spellings.integer(-MOST_POINTS, MOST_POINTS));
        var outcome =
                new Outcome(
                        then.optional("team", team),
                        then.optional("priority", Spellings.word(Priority.class)),
                        points == null ? 0 : points,
                        then.many("themes", Spellings::text),
                        then.optional("sla", sla),
                        then.optional("treatment", RuleReader::treatment));
        then.done();
        return outcome;
    }

    private static Treatment treatment(String text) {
        return switch (text) {
            case "listen" -> Treatment.LISTEN;
            case "ignore" -> Treatment.IGNORE;
            default -> throw new IllegalArgumentException(text + " is none of listen, ignore");
        };
    }
}
