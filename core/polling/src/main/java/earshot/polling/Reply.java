package earshot.polling;

/** What one question came to. */
public sealed interface Reply<T> {
    /** The whole answer. */
    record Answered<T>(T answer) implements Reply<T> {}

    /** None, and why. */
    record Refused<T>(Refusal refusal) implements Reply<T> {}

    static <T> Reply<T> answered(T answer) {
        return new Answered<>(answer);
    }

    static <T> Reply<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
