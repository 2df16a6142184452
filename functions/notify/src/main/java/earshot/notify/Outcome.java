package earshot.notify;

/** What became of a delivery. */
sealed interface Outcome {
    record Delivered() implements Outcome {}

    /**
     * Not delivered.
     *
     * @param reason to be logged: nothing of what was sent or answered but the status
     * @param passing whether another attempt at once may do better
     */
    record Refused(String reason, boolean passing) implements Outcome {}
}
