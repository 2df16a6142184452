package earshot.domain.policy;

import earshot.domain.policy.Rule.Outcome;
import earshot.domain.policy.Ruling.Treatment;
import earshot.domain.post.Post;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a customer's post. All rules that match apply together: the first that names a
 * team, an SLA or a treatment decides it, the highest priority holds, points add up, themes unite.
 *
 * @param sla the SLA of a post for which no rule names one
 */
public record RoutingPolicy(List<Rule> rules, String sla) {
    public RoutingPolicy {
        rules = List.copyOf(rules);
    }

    /**
     * @param version of the whole policy
     * @param team of a post for which no rule names one
     */
    Ruling rule(Post post, int version, String team) {
        var said =
                rules.stream().filter(rule -> rule.when().holdsFor(post)).map(Rule::then).toList();
        return new Ruling(
                version,
                each(said, Outcome::treatment).findFirst().orElse(Treatment.ANSWER),
                each(said, Outcome::team).findFirst().orElse(team),
                each(said, Outcome::priority).reduce(Priority::or).orElse(Priority.NORMAL),
                said.stream().mapToInt(Outcome::points).sum(),
                said.stream().flatMap(then -> then.themes().stream()).toList(),
                each(said, Outcome::sla).findFirst().orElse(sla));
    }

    private static <T> Stream<T> each(List<Outcome> said, Function<Outcome, @Nullable T> part) {
        return said.stream().flatMap(then -> Stream.ofNullable(part.apply(then)));
    }
}
