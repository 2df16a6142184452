package earshot.polling;

import earshot.casebook.Seen;
import earshot.domain.Timestamp;
import earshot.json.Json;
import earshot.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A walk over an account's threads, from the newest down, and how far it has come. It goes on where
 * it was, however often it is stopped.
 *
 * @param number of the walk, by which what it brought is marked
 * @param token of the page that comes next; null for the first
 * @param pages that lie behind it
 * @param above where the page before ended: its last thread's instant; null before the first
 * @param inside the thread that it stopped in; null between pages
 */
record Walk(
        Kind kind,
        long number,
        @Nullable String token,
        int pages,
        @Nullable Instant above,
        @Nullable Inside inside) {

    /**
     * A thread whose answers are being asked for page by page.
     *
     * @param counted how many the network counted when this began: what came since may stand on the
     *     pages that lie behind
     */
    record Inside(String thread, String token, int counted) {
        JsonObject write() {
            return Json.object()
                    .with("thread", thread)
                    .with("token", token)
                    .with("counted", counted)
                    .build();
        }

        static @Nullable Inside read(Json json) {
            var thread = json.text("thread");
            var token = json.text("token");
            var counted = json.integer("counted");
            return thread == null || token == null || counted == null
                    ? null
                    : new Inside(thread, token, counted.intValue());
        }
    }

    /** What a walk is for. */
    enum Kind {
        /** All there is back to the horizon, once. It stops at nothing that is known. */
        BACKFILL("FIRST"),
        /** What is new: it goes on until nothing on a page is. */
        NEWS("HEAD"),
        /** The newest pages again: edits, answers in old threads, and what is gone. */
        RECHECK("ROUND");

        /** The word in cursors, which are older than these names. */
        private final String stored;

        Kind(String stored) {
            this.stored = stored;
        }

        private static Kind read(String stored) {
            for (var kind : values()) {
                if (kind.stored.equals(stored)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No kind of walk: " + stored);
        }
    }

    /** Marks what the first walk brought: below it all is sent, or will be by that walk. */
    private static final long BACKFILLED = 0;

    /** Marks what a re-check brought: between it and what was known before may be more. */
    private static final long RECHECKED = -1;

    static Walk begin(Kind kind, long number) {
        return new Walk(kind, number, null, 0, null, null);
    }

    static Walk backfill() {
        return begin(Kind.BACKFILL, BACKFILLED);
    }

    static Walk recheck() {
        return begin(Kind.RECHECK, RECHECKED);
    }

    Quota.Purpose purpose() {
        return switch (kind) {
            case NEWS -> Quota.Purpose.NEWS;
            case BACKFILL, RECHECK -> Quota.Purpose.REST;
        };
    }

    /**
     * Whether everything below a thread was sent before this walk began. What this walk itself
     * brought says nothing: when a token goes stale it passes there again, and the pages between
     * are still to come.
     */
    boolean isOldGround(Seen seen) {
        return seen.walk() == BACKFILLED || (seen.walk() > BACKFILLED && seen.walk() < number);
    }

    /** The mark of a post that this walk passes, which another may have marked before. */
    long mark(@Nullable Seen seen) {
        if (seen == null) {
            return number;
        }
        return switch (kind) {
            case BACKFILL, RECHECK -> seen.walk();
            case NEWS -> seen.walk() == RECHECKED ? number : seen.walk();
        };
    }

    Walk restarted() {
        return begin(kind, number);
    }

    Walk in(@Nullable Inside thread) {
        return new Walk(kind, number, token, pages, above, thread);
    }

    Walk after(Page page) {
        var roots = page.roots();
        var last = roots.isEmpty() ? above : roots.getLast().published();
        return new Walk(kind, number, page.next(), pages + 1, last, null);
    }

    /** Whether a thread of that instant belongs between the page before and the next one. */
    boolean reaches(Instant published, Page page) {
        boolean below = above == null || published.isBefore(above);
        return below && (page.next() == null || !published.isBefore(end(page)));
    }

    private static Instant end(Page page) {
        var roots = page.roots();
        return roots.isEmpty() ? Instant.MAX : roots.getLast().published();
    }

    JsonObject write() {
        return Json.object()
                .with("kind", kind.stored)
                .with("number", Json.of(number))
                .with("token", token)
                .with("pages", pages)
                .with("above", above == null ? null : Timestamp.of(above))
                .with("inside", inside == null ? null : inside.write())
                .build();
    }

    static @Nullable Walk read(Json json) {
        var kind = json.text("kind");
        if (kind == null) {
            return null;
        }
        var above = json.text("above");
        return new Walk(
                Kind.read(kind),
                Objects.requireNonNullElse(json.integer("number"), BACKFILLED),
                json.text("token"),
                Objects.requireNonNullElse(json.integer("pages"), 0L).intValue(),
                above == null ? null : Timestamp.parse(above),
                Inside.read(json.get("inside")));
    }
}
