package earshot.domain.post;

import earshot.domain.WireWord;

/**
 * Where on a network a post stands, by precedence: a post keeps the first that any delivery gave.
 */
public enum Surface implements WireWord {
    /** A rating or review of us. */
    REVIEW,
    /** Anything private, story mentions included. */
    DIRECT,
    /** Under content of ours. */
    COMMENT,
    /** Names or quotes us elsewhere. */
    MENTION,
    /** On our page or wall by a visitor, or in a forum, community or group chat. */
    POST;

    /** The one of the two that takes precedence. */
    public Surface or(Surface other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
