package earshot.notify;

import earshot.domain.Timestamp;
import earshot.domain.cases.Mute;
import earshot.json.Json;
import earshot.queue.NoticeReference;
import earshot.queue.SqsMessage;
import earshot.settings.SettingsException;

/** One structured line per delivery: ids and nothing of what was said. */
final class Log {
    private Log() {}

    static void delivery(String channel, String recipient, Letter letter, Outcome outcome) {
        var line = Json.object();
        switch (outcome) {
            case Outcome.Delivered() -> line.with("event", "notified");
            case Outcome.Refused(var reason, _) ->
                    line.with("event", "undelivered").with("reason", reason);
        }
        print(
                line.with("channel", channel)
                        .with("id", letter.id())
                        .with("recipient", recipient)
                        .withTexts(
                                "notices",
                                letter.notices().stream()
                                        .map(notice -> Letter.key(notice.key()))
                                        .toList())
                        .write());
    }

    static void known(NoticeReference reference) {
        print(Json.object().with("event", "known").with("notice", Letter.key(reference)).write());
    }

    /** A notice is put before it is sent: one that is not there was never decided. */
    static void absent(NoticeReference reference) {
        print(Json.object().with("event", "absent").with("notice", Letter.key(reference)).write());
    }

    static void held(NoticeReference reference, Mute mute) {
        print(
                Json.object()
                        .with("event", "held")
                        .with("notice", Letter.key(reference))
                        .with("team", mute.team())
                        .with("until", Timestamp.of(mute.until()))
                        .write());
    }

    /** It was held, and when it was free there was nothing left to tell. */
    static void overtaken(NoticeReference reference) {
        print(
                Json.object()
                        .with("event", "overtaken")
                        .with("notice", Letter.key(reference))
                        .write());
    }

    static void failed(SqsMessage message, RuntimeException failure) {
        failed(message.messageId(), failure);
    }

    /**
     * The type of a failure, not its words: those may quote what was sent. What is wrong with a
     * setting quotes nothing, and is for whoever has to mend it.
     *
     * @param of an id
     */
    static void failed(String of, RuntimeException failure) {
        var trace = failure.getStackTrace();
        print(
                Json.object()
                        .with("event", "failed")
                        .with("of", of)
                        .with("failure", failure.getClass().getName())
                        .with("at", trace.length == 0 ? "" : trace[0].toString())
                        .with(
                                "reason",
                                failure instanceof SettingsException ? failure.getMessage() : null)
                        .write());
    }

    /** The secret could not be read again; the one at hand signs on. */
    static void stale(String reason) {
        print(Json.object().with("event", "stale").with("reason", reason).write());
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
