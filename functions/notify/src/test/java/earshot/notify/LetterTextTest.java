package earshot.notify;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Notice;
import earshot.json.Json;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LetterTextTest {
    private static final LetterText TEXT =
            new LetterText(ZoneId.of("Europe/Berlin"), Decided.NOON.minusMillis(90_500));

    private static Json told(Decided decided) {
        return Json.parse(TEXT.body(new Letter.Single(decided.kept()))).get("data");
    }

    @Test
    void aNoticeSaysAllThatARecipientNeeds() {
        var body = Json.parse(TEXT.body(new Letter.Single(Decided.of("1_2").kept())));
        assertThat(body.text("type")).isEqualTo("notice");
        assertThat(body.text("timestamp")).isEqualTo("2026-03-02T12:00:00.000Z");
        assertThat(body.get("data"))
                .isEqualTo(
                        Json.object()
                                .with("key", "facebook:1_2#NOTICE#000001#1_2#first#due#team:care")
                                .with("kind", "reminder")
                                .with("caseId", "facebook:1_2~000001")
                                .with("recipient", "team:care")
                                .with("cycle", "1_2")
                                .with("target", "first")
                                .with("step", "due")
                                .with("network", "facebook")
                                .with("surface", "comment")
                                .with("account", "106")
                                .with("customer", "Ann Lee")
                                .with("excerpt", "Where is my bag?")
                                .with("permalink", "https://www.facebook.com/1_2")
                                .with("priority", "normal")
                                .with("team", "care")
                                .with("startedAt", "2026-03-02T11:00:00.000Z")
                                .with("dueAt", "2026-03-02T12:00:00.000Z")
                                .with("dueInZone", "2026-03-02T13:00:00+01:00")
                                .with("zone", "Europe/Berlin")
                                .with("timeLeft", "PT1M30S")
                                .with(
                                        "text",
                                        "Ann Lee waits on facebook for a first answer, due on Mon"
                                                + " 2 Mar at 13:00 CET, in 1 min: \"Where is my"
                                                + " bag?\"")
                                .build());
    }

    @Test
    void whatIsOverdueSaysForHowLong() {
        var told = told(Decided.of("1").dueAt(Decided.NOON.minus(Duration.ofHours(2))));
        assertThat(told.has("timeLeft")).isFalse();
        assertThat(told.text("overdue")).isEqualTo("PT1H58M29S");
    }

    @Test
    void aPostThatCameLateSaysByHowMuch() {
        assertThat(told(Decided.of("1").lag(Duration.ofMinutes(5))).has("lateBy")).isFalse();
        assertThat(told(Decided.of("1").lag(Duration.ofDays(7))).text("lateBy"))
                .isEqualTo("PT168H");
    }

    @Test
    void aCorrectionCountsNoTime() {
        var told = told(Decided.of("1").step(Notice.CORRECTED));
        assertThat(told.text("kind")).isEqualTo("corrected");
        assertThat(told.has("timeLeft")).isFalse();
        assertThat(told.has("overdue")).isFalse();
    }

    @Test
    void anExcerptIsCutBetweenCharacters() {
        var long141 = "\uD83D\uDE00".repeat(141);
        assertThat(told(Decided.of("1").said("Ann", long141)).text("excerpt"))
                .isEqualTo("\uD83D\uDE00".repeat(140));
    }

    @Test
    void aBodyIsAsciiWhateverWasWritten() {
        var letter = new Letter.Single(Decided.of("1").said("Zo\u00eb", "\uFFFE \u4f60").kept());
        assertThat(TEXT.body(letter)).matches("[ -~]+");
    }

    @Test
    void aListHoldsItsNoticesInOrder() {
        var list = new Letter.Listed(List.of(Decided.of("1").kept(), Decided.of("2").kept()));
        var body = Json.parse(TEXT.body(list));
        assertThat(body.text("type")).isEqualTo("notices");
        var inside = body.get("data");
        assertThat(inside.text("recipient")).isEqualTo("team:care");
        assertThat(inside.integer("count")).isEqualTo(2);
        assertThat(inside.text("text")).startsWith("2 answers awaited");
        assertThat(inside.items("notices"))
                .extracting(notice -> notice.text("caseId"))
                .containsExactly("facebook:1~000001", "facebook:2~000001");
    }

    @Test
    void anAnnouncementIsTheNoticeWithTheVersionOfItsShape() {
        var announced = TEXT.announcement(Decided.of("1").kept());
        assertThat(announced.integer("v")).isEqualTo(1);
        assertThat(announced.text("type")).isEqualTo("notice");
        assertThat(announced.get("data")).isEqualTo(told(Decided.of("1")));
    }
}
