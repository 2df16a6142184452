package earshot.json;

/** True or false. */
public enum JsonBoolean implements Json {
    TRUE,
    FALSE;

    @Override
    public Boolean flag() {
        return this == TRUE;
    }

    @Override
    public String toString() {
        return this == TRUE ? "true" : "false";
    }
}
