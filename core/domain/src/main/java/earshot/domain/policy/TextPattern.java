package earshot.domain.policy;

/** Something that a policy looks for in a text. */
@FunctionalInterface
public interface TextPattern {
    boolean foundIn(String text);
}
