package earshot.youtubecomments;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.polling.Page;
import earshot.polling.Sighting;
import earshot.queue.Limits;
import earshot.queue.Wire;
import earshot.testkit.Pretty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class AnswersTest {
    private static final Path EVENTS =
            Path.of(Objects.requireNonNull(System.getProperty("earshot.home")))
                    .resolve("events/youtube-comments");

    @TestFactory
    Stream<DynamicTest> everyAnswerBecomesWhatIsWrittenBesideIt() throws IOException {
        return files(EVENTS, "(?!instants)[^.]+[.]json")
                .map(file -> DynamicTest.dynamicTest(name(file), () -> compare(file)));
    }

    private static void compare(Path file) throws IOException {
        var outcome = Pretty.print(outcome(page(Json.parse(Files.readAllBytes(file)))));
        var expected = file.resolveSibling(name(file).replace(".json", ".expected.json"));
        if (Boolean.getBoolean("earshot.events.write")) {
            Files.writeString(expected, outcome);
        }
        assertThat(outcome).isEqualTo(Files.readString(expected));
    }

    @TestFactory
    @EnabledIfEnvironmentVariable(
            named = "EARSHOT_CORPUS",
            matches = ".+",
            disabledReason = "EARSHOT_CORPUS does not name the recorded corpus")
    Stream<DynamicTest> everyRecordedAnswerIsRead() throws IOException {
        var recorded = Path.of(System.getenv("EARSHOT_CORPUS"), "payloads", "youtube");
        return files(recorded, "pyt-.*[.]json")
                .map(file -> DynamicTest.dynamicTest(name(file), () -> recorded(file)));
    }

    private static void recorded(Path file) throws IOException {
        var page = page(Json.parse(Files.readAllBytes(file)));
        assertThat(page.sightings()).isNotEmpty();
        assertThat(page.unreadable()).isEmpty();
        for (var sighting : page.sightings()) {
            var kept = Limits.keep(new Activity.Published(sighting.post()));
            assertThat(Wire.activity(Wire.encode(kept))).isEqualTo(kept);
        }
    }

    @Test
    void anElementThatCannotBeReadIsReadAgainAlone() {
        var list =
                Json.parse(
                        """
                        {"kind": "youtube#commentThreadListResponse", "items": [
                          {"id": "Ug1", "snippet": {"topLevelComment": {"id": "Ug1"}}},
                          {"id": "Ug2", "snippet": {"topLevelComment":
                            {"id": "Ug2", "snippet": {"publishedAt": "2026-11-18T11:00:00Z"}}}}]}
                        """);
        var page = Answers.threads(list, FakeDataApi.CHANNEL, Rig.NOON);

        assertThat(page.sightings()).hasSize(1);
        assertThat(page.unreadable()).hasSize(1);
        var alone = Json.parse(Objects.requireNonNull(page.unreadable().getFirst().alone()));
        assertThat(Answers.threads(alone, FakeDataApi.CHANNEL, Rig.NOON).unreadable())
                .isEqualTo(page.unreadable());
    }

    private static Page page(Json list) {
        return String.valueOf(list.text("kind")).contains("Thread")
                ? Answers.threads(list, FakeDataApi.CHANNEL, Rig.NOON)
                : Answers.replies(list, FakeDataApi.CHANNEL, root(), Rig.NOON);
    }

    /** The thread that the pages of answers belong to. */
    private static Sighting root() {
        var comment =
                Json.parse(
                        """
                        {"id": "UgxBrokenGuitarAAAAAA4AaABAg",
                         "snippet": {"publishedAt": "2026-11-18T09:00:00Z"}}
                        """);
        return Objects.requireNonNull(Comment.of(comment, FakeDataApi.CHANNEL, Rig.NOON))
                .top(FakeDataApi.VIDEO, 7);
    }

    private static JsonObject outcome(Page page) {
        List<Json> posts = new ArrayList<>();
        for (var sighting : page.sightings()) {
            posts.add(
                    Json.object()
                            .with(
                                    "post",
                                    Json.parse(
                                            Wire.encode(new Activity.Published(sighting.post()))))
                            .with("changed", sighting.changed().at().toString())
                            .with("root", sighting.root())
                            .with("children", sighting.children())
                            .build());
        }
        return Json.object()
                .withItems("posts", posts)
                .withTexts(
                        "unreadable",
                        page.unreadable().stream().map(u -> u.reason().sentence()).toList())
                .with("next", page.next())
                .build();
    }

    private static Stream<Path> files(Path folder, String name) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> name(file).matches(name)).sorted().toList().stream();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
