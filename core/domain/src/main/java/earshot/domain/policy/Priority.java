package earshot.domain.policy;

import earshot.domain.WireWord;

/** How pressing a case is, most pressing first. */
public enum Priority implements WireWord {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    public boolean isAbove(Priority other) {
        return compareTo(other) < 0;
    }

    /** The more pressing of the two. */
    public Priority or(Priority other) {
        return isAbove(other) ? this : other;
    }
}
