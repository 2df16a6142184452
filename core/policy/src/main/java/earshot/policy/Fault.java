package earshot.policy;

/**
 * Something wrong in a policy file, and how to mend it.
 *
 * @param path such as {@code slas.standard.goals.urgent.first} or {@code rules[0].when}; empty for
 *     the file itself
 * @param line in the file, from 1
 * @param problem a sentence that says what would be right
 */
public record Fault(String path, int line, String problem) {
    @Override
    public String toString() {
        return "line " + line + ": " + (path.isEmpty() ? "" : path + ": ") + problem;
    }
}
