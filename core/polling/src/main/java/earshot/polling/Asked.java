package earshot.polling;

/** What one question came to. */
public sealed interface Asked<T> {
    /** The whole answer. */
    record Answered<T>(T answer) implements Asked<T> {}

    /** None, and why. */
    record Refused<T>(Refusal refusal) implements Asked<T> {}

    static <T> Asked<T> answered(T answer) {
        return new Answered<>(answer);
    }

    static <T> Asked<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
