package earshot.local.cases;

import earshot.casebook.Row;
import earshot.domain.cases.Case;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.Entry;
import earshot.domain.cases.WaitCycle;
import earshot.json.Json;
import earshot.local.text.Console;
import earshot.local.text.Notification;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Says in one line each what changes in the case table: posts, cases, and their notices. */
public final class CaseWatch {
    private static final int REMEMBERED = 10_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Console console;
    private final Clock clock;
    private final ZoneId zone;

    /** What was said last of a case, so that a change that nobody sees is not said again. */
    private final Map<CaseId, String> said =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<CaseId, String> eldest) {
                    return size() > REMEMBERED;
                }
            };

    public CaseWatch(Console console, Clock clock, ZoneId zone) {
        this.console = console;
        this.clock = clock;
        this.zone = zone;
    }

    /** One write to the table. */
    public void read(Record change) {
        var images = change.dynamodb();
        if (!images.hasNewImage() || images.newImage().isEmpty()) {
            return;
        }
        switch (Row.of(images.newImage())) {
            case Row.Posted posted -> post(posted.entry(), before(images.oldImage()));
            case Row.Opened opened -> state(opened.state());
            case Row.Told _, Row.Other _ -> {}
        }
    }

    private static @Nullable Entry before(@Nullable Map<String, AttributeValue> image) {
        return image != null && !image.isEmpty() && Row.of(image) instanceof Row.Posted posted
                ? posted.entry()
                : null;
    }

    private void post(Entry entry, @Nullable Entry before) {
        var what = before == null ? "post  " : change(entry, before);
        if (!what.isEmpty()) {
            var colour = entry.side().isOurs() ? Console.Colour.GREEN : Console.Colour.CYAN;
            console.line(colour, time() + "  " + what + "  " + CaseLines.of(entry));
        }
    }

    private static String change(Entry entry, Entry before) {
        if (entry.isLive() != before.isLive()) {
            return "delete";
        }
        if (entry.isHidden() != before.isHidden()) {
            return entry.isHidden() ? "hide  " : "show  ";
        }
        return entry.versions().equals(before.versions()) ? "" : "edit  ";
    }

    private void state(Case of) {
        var line = CaseLines.of(of, clock.instant());
        var response = of.response();
        var gist =
                "%s %s %s %s %s %s"
                        .formatted(
                                of.status(),
                                of.priority(),
                                of.team(),
                                of.desk().assignee(),
                                response == null ? "" : response.state(),
                                response == null ? "" : response.name());
        if (!Objects.equals(gist, said.put(of.id(), gist))) {
            console.line(colour(response), time() + "  case    " + line);
        }
    }

    private static Console.Colour colour(@Nullable WaitCycle response) {
        if (response != null && response.isOpen()) {
            return response.state() == WaitCycle.State.BREACHED
                    ? Console.Colour.RED
                    : Console.Colour.YELLOW;
        }
        return Console.Colour.GREEN;
    }

    /** A call of notices that came to our own receiver. */
    public void notices(Json body) {
        for (var notice : Notification.of(body)) {
            console.line(Console.Colour.RED, time() + "  notice  " + notice.line(clock.instant()));
        }
    }

    private String time() {
        return TIME.format(clock.instant().atZone(zone));
    }
}
