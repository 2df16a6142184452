package earshot.json;

/** The answer to a question for what is not there. It is never part of a tree. */
public enum JsonAbsent implements Json {
    ABSENT;

    @Override
    public String toString() {
        return "absent";
    }
}
