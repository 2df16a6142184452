package earshot.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FresheningTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.500Z");
    private static final Json BODY =
            Json.parse(
                    """
                    {"entry": [{"id": "104211876530012", "time": 1795165321, "changes": [
                      {"comment_id": "122118004530001_902517740016338",
                       "post_id": "104211876530012_122118004530001",
                       "again": "122118004530001_902517740016338",
                       "at": "2026-11-20T09:02:00+0000",
                       "version": 1768236281331,
                       "words": "Fri Nov 20 09:02:00 +0000 2026"}],
                     "messaging": [{"timestamp": "1795165320250", "mid": "m_AbC123xYz"}]}]}
                    """);
    private static final Instants INSTANTS =
            Instants.of(
                    Json.parse(
                            """
                            {"moved": ["/entry/*/time", "/entry/*/changes/*/at",
                               "/entry/*/changes/*/words", "/entry/*/messaging/*/timestamp",
                               "/entry/*/nowhere"],
                             "fixed": ["/entry/*/changes/*/version"],
                             "form": "EEE MMM dd HH:mm:ss xx uuuu"}
                            """));
    private static final Freshening FRESHENING =
            Freshening.of(Json.parse("{\"new\": [\"902517740016338\", \"AbC123xYz\"]}"), INSTANTS);

    @TempDir private Path folder = Path.of("");

    private static Json at(Json body, String pointer) {
        return JsonPlaces.of(pointer).first(body);
    }

    @Test
    void theNewestInstantIsNowAndTheOthersAsLongBefore() {
        var fresh = FRESHENING.fresh(BODY, NOW, NewIds.same());

        assertThat(at(fresh, "/entry/0/time")).isEqualTo(Json.of(NOW.getEpochSecond()));
        var chat = at(fresh, "/entry/0/messaging/0/timestamp");
        assertThat(chat).isEqualTo(Json.of(NOW.minusMillis(750).toEpochMilli() + ""));
        var written = at(fresh, "/entry/0/changes/0/at").text();
        assertThat(written).isEqualTo("2026-11-22T09:59:59+0000");
        var words = at(fresh, "/entry/0/changes/0/words").text();
        assertThat(words).isEqualTo("Sun Nov 22 09:59:59 +0000 2026");
        assertThat(at(fresh, "/entry/0/changes/0/version").integer()).isEqualTo(1768236281331L);
    }

    @Test
    void anIdIsRenamedAlikeWhereverItStandsAndKeepsThePartThatBelongsToAnother() {
        var renamed = FRESHENING.fresh(BODY, NOW, new NewIds(new Random(1)));

        var id = at(renamed, "/entry/0/changes/0/comment_id").text();
        assertThat(id).matches("122118004530001_[0-9]{15}").doesNotContain("902517740016338");
        assertThat(at(renamed, "/entry/0/changes/0/again").text()).isEqualTo(id);
        assertThat(at(renamed, "/entry/0/changes/0/post_id"))
                .isEqualTo(at(BODY, "/entry/0/changes/0/post_id"));
        assertThat(at(renamed, "/entry/0/messaging/0/mid").text())
                .matches("m_A[a-z][A-Z][0-9]{3}[a-z][A-Z][a-z]")
                .isNotEqualTo("m_AbC123xYz");
    }

    @Test
    void whatIsNoJsonIsMadeNewByItsTextWhereverItStands() {
        var freshening = Freshening.of(Json.parse("{\"new\": [\"Kf7TimeTbl3\"]}"), INSTANTS);
        var body =
                "<id>yt:video:Kf7TimeTbl3</id><p>2026-11-20T09:01:12+00:00</p>"
                        + "<u>2026-11-20T09:01:31.123456789+00:00</u><a>?v=Kf7TimeTbl3</a>";

        var fresh = freshening.fresh(body.getBytes(UTF_8), NOW, new NewIds(new Random(1)));

        assertThat(new String(fresh, UTF_8))
                .matches(
                        "<id>yt:video:(K[a-z][0-9][A-Za-z]{7}[0-9])</id><p>2026-11-22T09:59:41[+]00:00</p>"
                                + "<u>2026-11-22T10:00:00.500[+]00:00</u><a>[?]v=\\1</a>")
                .doesNotContain("Kf7TimeTbl3");
    }

    @Test
    void anInstantThatIsNeitherMovedNorFixedIsFound() {
        assertThat(INSTANTS.unsaid(Json.parse("{\"entry\": [{\"time\": 1795165321}]}"))).isEmpty();
        assertThat(INSTANTS.unsaid(Json.parse("{\"least\": -9223372036854775808}"))).isEmpty();
        assertThat(INSTANTS.unsaid(Json.parse("{\"entry\": [{\"seen\": 1795165321}]}")))
                .isEqualTo(List.of(Instant.ofEpochSecond(1795165321)));
    }

    @Test
    void aFunctionNeedSayNothingOfItsInstants() throws IOException {
        assertThat(Instants.of(folder).moved()).isEmpty();
    }

    @Test
    void aFaultyFileIsRefused() throws IOException {
        Files.writeString(folder.resolve(Instants.FILE), "{\"moved\": [\"entry\"]}");

        assertThatThrownBy(() -> Instants.of(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry");
    }
}
