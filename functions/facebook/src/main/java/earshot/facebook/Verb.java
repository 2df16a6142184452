package earshot.facebook;

import org.jspecify.annotations.Nullable;

/** What happened to something on a page. Facebook has several words for some of it. */
enum Verb {
    ADD,
    EDIT,
    REMOVE,
    HIDE,
    UNHIDE,
    /** Blocks, mutes, follows, and whatever comes next. */
    OTHER;

    static Verb of(@Nullable String word) {
        return switch (word) {
            case "add" -> ADD;
            // Posts, ratings and reactions are "edit", comments, statuses and photos "edited".
            case "edit", "edited", "update" -> EDIT;
            case "remove", "delete" -> REMOVE;
            case "hide" -> HIDE;
            case "unhide" -> UNHIDE;
            case null, default -> OTHER;
        };
    }
}
