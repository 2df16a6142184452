package earshot.notify;

import earshot.casebook.Notices.StoredNotice;
import earshot.domain.Timestamp;
import earshot.domain.cases.Notice;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonMembers;
import earshot.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, as docs/notices.md shows it.
 *
 * @param zone in which the recipient is told the time
 * @param now from which time left and over are counted
 */
record LetterText(ZoneId zone, Instant now) {
    private static final int LONGEST_EXCERPT = 140;

    /** The body of a webhook. */
    String body(Letter letter) {
        return switch (letter) {
            case Letter.Single(var notice) -> single(Json.object(), notice).write();
            case Letter.Listed(var notices) -> listed(notices).write();
        };
    }

    /** A notice for the queue {@code announcements}. */
    JsonObject announcement(StoredNotice notice) {
        return single(Json.object().with("v", 1), notice);
    }

    private JsonObject single(JsonMembers begun, StoredNotice notice) {
        return begun.with("type", "notice")
                .with("timestamp", Timestamp.of(notice.notice().decidedAt()))
                .with("data", told(notice))
                .build();
    }

    private JsonObject listed(List<StoredNotice> notices) {
        List<Json> told = new ArrayList<>(notices.size());
        notices.forEach(notice -> told.add(told(notice)));
        var all = notices.stream().map(StoredNotice::notice).toList();
        var newest = all.stream().map(Notice::decidedAt).max(Comparator.naturalOrder());
        return Json.object()
                .with("type", "notices")
                .with("timestamp", Timestamp.of(newest.orElseThrow()))
                .with(
                        "data",
                        Json.object()
                                .with("recipient", all.getFirst().recipient())
                                .with("count", all.size())
                                .with("text", sentence().of(all))
                                .with("notices", new JsonArray(told))
                                .build())
                .build();
    }

    private JsonObject told(StoredNotice kept) {
        var notice = kept.notice();
        var why = notice.why();
        var json =
                Json.object()
                        .with("key", Letter.key(kept.key()))
                        .with("kind", Sentence.isCorrection(notice) ? "corrected" : "reminder")
                        .with("caseId", notice.caseId().toString())
                        .with("recipient", notice.recipient())
                        .with("cycle", notice.cycle())
                        .with("target", notice.target().word())
                        .with("step", notice.step())
                        .with("network", why.network().slug())
                        .with("surface", why.surface().word())
                        .with("account", why.account())
                        .with("customer", why.customer())
                        .with("excerpt", cut(why.excerpt()))
                        .with("permalink", why.permalink())
                        .with("priority", why.priority().word())
                        .with("team", why.team())
                        .with("assignee", why.assignee());
        return times(json, notice).with("text", sentence().of(notice)).build();
    }

    private JsonMembers times(JsonMembers json, Notice notice) {
        var due = notice.why().dueAt();
        json.with("startedAt", Timestamp.of(notice.why().startedAt()))
                .with("dueAt", Timestamp.of(due))
                .with("dueInZone", inZone(due))
                .with("zone", zone.getId());
        if (!Sentence.isCorrection(notice)) {
            var left = Duration.between(now, due);
            json.with(
                    left.isPositive() ? "timeLeft" : "overdue",
                    left.abs().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return Sentence.isLate(notice) ? json.with("lateBy", lateBy(notice)) : json;
    }

    private String inZone(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private static String lateBy(Notice notice) {
        return notice.why().lag().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Sentence sentence() {
        return new Sentence(zone, now);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.codePointCount(0, text.length()) <= LONGEST_EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT));
    }
}
