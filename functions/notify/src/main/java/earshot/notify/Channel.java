package earshot.notify;

import earshot.settings.Settings;
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

    /** What the environment asks for; faults are noted in the settings. */
    static Channel of(Settings settings) {
        var url = settings.optionalUrl("EARSHOT_NOTIFY_URL");
        return url == null
                ? new LogChannel()
                : new SignedWebhook(url, SigningKeys.of(settings, "EARSHOT_NOTIFY_SECRET"));
    }
}
