package earshot.local.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.json.Json;
import earshot.local.text.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.500Z");
    private static final Json BODY =
            Json.parse(
                    """
                    {"entry": [{"id": "104211876530012", "time": 1795165321, "changes": [
                      {"comment_id": "122118004530001_902517740016338",
                       "post_id": "104211876530012_122118004530001",
                       "again": "122118004530001_902517740016338",
                       "at": "2026-11-20T09:02:00+0000",
                       "words": "Fri Nov 20 09:02:00 +0000 2026"}],
                     "messaging": [{"timestamp": "1795165320250", "mid": "m_AbC123xYz"}]}]}
                    """);
    private static final String MOVES =
            """
            {"instants": [
               {"pointer": "/entry/0/time", "unit": "s"},
               {"pointer": "/entry/0/changes/0/at", "unit": "iso"},
               {"pointer": "/entry/0/changes/0/words", "unit": "x"},
               {"pointer": "/entry/0/messaging/0/timestamp", "unit": "ms"},
               {"pointer": "/entry/0/nowhere", "unit": "ms"}],
             "ids": ["/entry/0/changes/0/comment_id", "/entry/0/changes/0/again",
                     "/entry/0/messaging/0/mid"]}
            """;

    @TempDir private Path folder = Path.of("");

    private Moves moves() throws IOException {
        Files.writeString(folder.resolve("call.moves.json"), MOVES);
        return Moves.beside(folder.resolve("call.json"));
    }

    private static Json at(Json body, String pointer) {
        return JsonPlace.of(pointer).find(body);
    }

    @Test
    void theNewestInstantIsNowAndTheOthersAsLongBefore() throws IOException {
        var moved = moves().toNow(BODY, NOW);

        assertThat(at(moved, "/entry/0/time")).isEqualTo(Json.of(NOW.getEpochSecond()));
        var chat = at(moved, "/entry/0/messaging/0/timestamp");
        assertThat(chat).isEqualTo(Json.of(NOW.minusMillis(750).toEpochMilli() + ""));
        var written = at(moved, "/entry/0/changes/0/at").text();
        assertThat(written).isEqualTo("2026-11-22T09:59:59+0000");
        var words = at(moved, "/entry/0/changes/0/words").text();
        assertThat(words).isEqualTo("Sun Nov 22 09:59:59 +0000 2026");
    }

    @Test
    void anIdIsRenamedAlikeWhereverItStandsAndKeepsThePartThatBelongsToAnother()
            throws IOException {
        var renamed = moves().renamed(BODY, new NewIds(new Random(1)));

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
    void idsThatAreKeptStay() throws IOException {
        assertThat(moves().renamed(BODY, NewIds.same())).isEqualTo(BODY);
    }

    @Test
    void aFileWithoutMovesMovesNothing() {
        assertThat(Moves.beside(folder.resolve("call.json"))).isEqualTo(Moves.NONE);
    }

    @Test
    void aFaultyFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("call.moves.json"), "{\"ids\": [\"entry\"]}");

        assertThatThrownBy(() -> Moves.beside(folder.resolve("call.json")))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("call.moves.json")
                .hasMessageContaining("entry");
    }

    @Test
    void whatIsNoJsonIsMovedByItsTextWhereverItStands() throws IOException {
        Files.writeString(
                folder.resolve("push.moves.json"),
                """
                {"instants": [{"text": "2026-11-20T09:01:12+00:00", "unit": "iso"},
                              {"text": "2026-11-20T09:01:31.123456789+00:00", "unit": "iso"}],
                 "ids": [{"text": "Kf7TimeTbl3"}]}
                """);
        var body =
                "<id>yt:video:Kf7TimeTbl3</id><p>2026-11-20T09:01:12+00:00</p>"
                        + "<u>2026-11-20T09:01:31.123456789+00:00</u><a>?v=Kf7TimeTbl3</a>";

        var moved =
                new String(
                        Moves.beside(folder.resolve("push.json"))
                                .moved(body.getBytes(UTF_8), NOW, new NewIds(new Random(1))),
                        UTF_8);

        assertThat(moved)
                .matches(
                        "<id>yt:video:(K[a-z][0-9][A-Za-z]{7}[0-9])</id><p>2026-11-22T09:59:41[+]00:00</p>"
                                + "<u>2026-11-22T10:00:00.500[+]00:00</u><a>[?]v=\\1</a>")
                .doesNotContain("Kf7TimeTbl3");
    }
}
