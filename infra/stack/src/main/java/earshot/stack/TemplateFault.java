package earshot.stack;

/**
 * One thing that is wrong with a template.
 *
 * @param resource the logical id, or the section (such as {@code Parameters}) it is in
 * @param property the path below it, such as {@code Properties.Events.Posts.Queue}; may be empty
 * @param problem what is wrong and, where it helps, what to write instead
 */
public record TemplateFault(String resource, String property, String problem) {
    @Override
    public String toString() {
        return (property.isEmpty() ? resource : resource + "." + property) + ": " + problem;
    }
}
