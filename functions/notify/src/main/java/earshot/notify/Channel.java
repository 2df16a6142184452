package earshot.notify;

import java.time.Instant;

/** A way by which notices reach people. */
interface Channel {
    /** As the case table notes it. */
    String name();

    /**
     * Delivers one letter, asking again a little where that may help.
     *
     * @param id names the letter on this and on every later attempt
     * @param body ASCII
     */
    Outcome deliver(String id, String body, Instant now, Deadline deadline);
}
