package earshot.domain.policy;

import java.time.Duration;

/** Where on the way of a wait cycle a step stands. */
public sealed interface StepTime extends Comparable<StepTime> {
    /** How a policy, a notice and the case table call it; two that differ have different names. */
    String spelled();

    /**
     * When so much of the goal has passed.
     *
     * @param percent 1 to 99
     */
    record AtPercent(int percent) implements StepTime {
        public AtPercent {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("A percentage is 1 to 99: " + percent);
            }
        }

        @Override
        public String spelled() {
            return percent + "%";
        }
    }

    /** When the answer is due. */
    record AtDue() implements StepTime {
        @Override
        public String spelled() {
            return "due";
        }
    }

    /**
     * So much working time after due.
     *
     * @param delay whole seconds
     */
    record AfterDue(Duration delay) implements StepTime {
        public AfterDue {
            if (!delay.isPositive() || !delay.equals(Duration.ofSeconds(delay.toSeconds()))) {
                throw new IllegalArgumentException("A delay is one or more seconds: " + delay);
            }
        }

        @Override
        public String spelled() {
            long seconds = delay.toSeconds();
            return seconds % 60 == 0 ? "due+" + seconds / 60 + "m" : "due+" + seconds + "s";
        }
    }

    /** In the order in which they come. */
    @Override
    default int compareTo(StepTime other) {
        int byStretch = Integer.compare(stretch(), other.stretch());
        return byStretch != 0 ? byStretch : Long.compare(within(), other.within());
    }

    private int stretch() {
        return switch (this) {
            case AtPercent _ -> 0;
            case AtDue _ -> 1;
            case AfterDue _ -> 2;
        };
    }

    private long within() {
        return switch (this) {
            case AtPercent(int percent) -> percent;
            case AtDue() -> 0;
            case AfterDue(Duration delay) -> delay.toSeconds();
        };
    }
}
