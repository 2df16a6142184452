package earshot.local.stack;

import org.jspecify.annotations.Nullable;

/**
 * What was found of one thing.
 *
 * @param mend what to do; null when all is well
 */
public record Finding(String what, String seen, @Nullable String mend) {
    public static Finding ok(String what, String seen) {
        return new Finding(what, seen, null);
    }

    public static Finding fault(String what, String seen, String mend) {
        return new Finding(what, seen, mend);
    }

    public boolean isFault() {
        return mend != null;
    }

    @Override
    public String toString() {
        return mend == null
                ? "ok     %s: %s".formatted(what, seen)
                : "fault  %s: %s. %s".formatted(what, seen, mend);
    }
}
