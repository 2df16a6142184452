package earshot.domain.cases;

import java.util.Optional;

/** What a conversation's case needs next. Each step is one conditional write, or none. */
public sealed interface FoldStep {
    /** Nobody asks for a case, or it holds all that is known. */
    record Nothing() implements FoldStep {}

    /** A case begins. */
    record Open(Case opened) implements FoldStep {}

    /** The newest case has changed. */
    record Write(Case changed) implements FoldStep {}

    /** A case of its own is asked for: once this is written, the next look opens it. */
    record FollowedByNext(Case resolved) implements FoldStep {}

    /** The case to write. */
    default Optional<Case> decided() {
        return switch (this) {
            case Nothing() -> Optional.empty();
            case Open(var opened) -> Optional.of(opened);
            case Write(var changed) -> Optional.of(changed);
            case FollowedByNext(var resolved) -> Optional.of(resolved);
        };
    }
}
