package earshot.domain.post;

import java.math.BigDecimal;

/** Stars: {@code value} of {@code best}. A recommendation is 1 of 1, its opposite 0 of 1. */
public record Rating(BigDecimal value, BigDecimal best) {
    public static Rating of(long value, long best) {
        return new Rating(BigDecimal.valueOf(value), BigDecimal.valueOf(best));
    }
}
