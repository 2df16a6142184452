package earshot.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.json.Json;
import earshot.webhook.Ignored;
import earshot.webhook.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Every delivery that somebody recorded becomes what the network's documents say. */
@EnabledIfEnvironmentVariable(
        named = "EARSHOT_CORPUS",
        matches = ".+",
        disabledReason = "EARSHOT_CORPUS does not name the recorded corpus")
class RecordedDeliveriesTest {
    @TestFactory
    Stream<DynamicTest> everyRecordedDeliveryBecomesWhatItIs() throws IOException {
        return payloads().stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> becomesWhatItIs(file)));
    }

    @Test
    void noHostileBodyIsReadWithAnException() throws IOException {
        for (var line : Files.readAllLines(corpus().resolve("hostile/requests.jsonl"))) {
            var body = Json.parse(line).text("body_b64");
            if (body != null) {
                Read.bytes(Base64.getDecoder().decode(body));
            }
        }
    }

    private static void becomesWhatItIs(Path file) throws IOException {
        var body = Files.readAllBytes(file);
        var reading = Read.bytes(body);
        assertThat(Elements.in(reading)).isEqualTo(Elements.in(Json.parse(body))).isPositive();
        assertThat(words(reading)).allMatch(expected(name(file))::equals);
    }

    private static List<Path> payloads() throws IOException {
        try (var all = Files.list(corpus().resolve("payloads/facebook"))) {
            var files = all.filter(file -> name(file).endsWith(".json")).sorted().toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path corpus() {
        return Path.of(System.getenv("EARSHOT_CORPUS"));
    }

    /** What a recording becomes, by the words in its name. */
    private static String expected(String name) {
        return switch (name) {
            case "mention-post-add.json" -> "published";
            case "feed-two-entries-25.json", "feed-video-block.json", "feed-video-mute.json" ->
                    "ignored";
            default -> expectedByKind(name);
        };
    }

    private static String expectedByKind(String name) {
        if (matches(name, "reaction|like|event|delivery-|read-|policy|postback|unknown")) {
            return "ignored";
        }
        if (matches(name, "^mention")) {
            return "to fetch";
        }
        if (matches(name, "-unhide|-hide")) {
            return "hidden";
        }
        if (matches(name, "-remove|isdeleted")) {
            return "deleted";
        }
        if (matches(name, "-edit")) {
            return "edited";
        }
        return matches(name, "echo|status-add|photo-|share|album|video-add|feed-comment-add")
                ? "published by us"
                : "published";
    }

    private static boolean matches(String name, String words) {
        return Pattern.compile(words).matcher(name).find();
    }

    private static List<String> words(Reading reading) {
        var words =
                new ArrayList<>(
                        reading.activities().stream().map(RecordedDeliveriesTest::word).toList());
        reading.toFetch().forEach(_ -> words.add("to fetch"));
        reading.unreadable()
                .forEach(unreadable -> words.add("unreadable: " + unreadable.reason().sentence()));
        reading.ignored().stream().map(Ignored::kind).forEach(_ -> words.add("ignored"));
        return words;
    }

    private static String word(Activity activity) {
        return switch (activity) {
            case Activity.Published(var post) ->
                    post.author() instanceof Author.Ourselves ? "published by us" : "published";
            case Activity.Edited _ -> "edited";
            case Activity.Deleted _ -> "deleted";
            case Activity.Hidden _ -> "hidden";
            case Activity.Engaged _ -> "engaged";
        };
    }
}
