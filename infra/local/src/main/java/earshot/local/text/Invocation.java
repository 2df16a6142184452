package earshot.local.text;

/** How one call of a function ended. */
public sealed interface Invocation {
    /** What the function wrote. */
    record Answered(String output) implements Invocation {}

    /** It threw. */
    record Failed(Throwable cause) implements Invocation {}

    /** It was still running when its timeout was over. */
    record TimedOut() implements Invocation {}
}
