package earshot.domain.policy;

import java.time.Duration;

/**
 * How long an answer may take, in working time.
 *
 * @param first for the first answer
 * @param next for every later answer
 */
public record Goals(Duration first, Duration next) {
    public Goals {
        if (!first.isPositive() || !next.isPositive()) {
            throw new IllegalArgumentException("A goal is longer than nothing");
        }
    }

    public Duration of(Target target) {
        return switch (target) {
            case FIRST -> first;
            case NEXT -> next;
        };
    }
}
