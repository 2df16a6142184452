package earshot.json;

/** A null that was written: not the same as {@link JsonAbsent}. */
public enum JsonNull implements Json {
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
