package earshot.x;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.json.Json;
import earshot.webhook.Ignored;
import earshot.webhook.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
    /** What a recording becomes, by the beginning of its name; the longest counts. */
    private static final Map<String, List<String>> EXPECTED =
            Map.ofEntries(
                    Map.entry("aaa-docs-direct_message_events", List.of("message")),
                    Map.entry("aaa-docs-direct_message_", List.of("ignored")),
                    Map.entry("aaa-docs-longform", List.of("post of ours")),
                    Map.entry("aaa-docs-tweet_delete", List.of("deleted")),
                    Map.entry("aaa-docs-user_event", List.of("ignored")),
                    Map.entry("filtered-stream", List.of("post")),
                    Map.entry("xaa-", List.of("ignored")),
                    Map.entry("xaa-chat-received", List.of("message")),
                    Map.entry("xaa-dm-received", List.of("message")),
                    Map.entry("xaa-dm-sent", List.of("message of ours")),
                    Map.entry("xaa-post-create", List.of("post of ours")),
                    Map.entry("xaa-post-delete", List.of("deleted")),
                    Map.entry("xaa-post-mention", List.of("post")),
                    Map.entry("xaa-post-quote", List.of("post")),
                    Map.entry("xaa-post-reply", List.of("reply")),
                    Map.entry("zammad-direct_message-incoming", List.of("message")),
                    Map.entry("zammad-direct_message-outgoing", List.of("message of ours")),
                    Map.entry("zammad-direct_message_", List.of("ignored")),
                    Map.entry("zammad-follow", List.of("ignored")),
                    Map.entry("zammad-tweet_create-user_mention", List.of("post")),
                    Map.entry("zammad-tweet_create-user_mention_outgoing", List.of("post of ours")),
                    Map.entry("zammad-tweet_create-outgoing", List.of("post of ours")));

    @TestFactory
    Stream<DynamicTest> everyRecordedDeliveryBecomesWhatItIs() throws IOException {
        try (var all = Files.list(corpus().resolve("payloads/x"))) {
            var files = all.sorted().toList();
            assertThat(files).isNotEmpty();
            return files.stream()
                    .map(
                            file ->
                                    DynamicTest.dynamicTest(
                                            name(file),
                                            () ->
                                                    assertThat(words(Files.readAllBytes(file)))
                                                            .isEqualTo(expected(name(file)))));
        }
    }

    @Test
    void noHostileBodyIsReadWithAnException() throws IOException {
        var lines = Files.readAllLines(corpus().resolve("hostile/requests.jsonl"));
        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            var body = Json.parse(line).text("body_b64");
            if (body != null) {
                Read.bytes(Base64.getDecoder().decode(body));
            }
        }
    }

    private static Path corpus() {
        return Path.of(System.getenv("EARSHOT_CORPUS"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static List<String> expected(String name) {
        return EXPECTED.entrySet().stream()
                .filter(known -> name.startsWith(known.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new AssertionError("Nobody says what is expected of " + name));
    }

    private static List<String> words(byte[] body) {
        Reading reading = Read.bytes(body);
        var words = new ArrayList<String>();
        reading.activities().forEach(activity -> words.add(word(activity)));
        reading.unreadable()
                .forEach(unreadable -> words.add("unreadable: " + unreadable.reason().sentence()));
        reading.ignored().stream().map(Ignored::kind).forEach(_ -> words.add("ignored"));
        return words;
    }

    private static String word(Activity activity) {
        return switch (activity) {
            case Activity.Published(var post) ->
                    kind(post.placement())
                            + (post.author() instanceof Author.Ourselves ? " of ours" : "");
            case Activity.Edited _ -> "edited";
            case Activity.Deleted _ -> "deleted";
            case Activity.Hidden _ -> "hidden";
            case Activity.Engaged _ -> "engaged";
        };
    }

    private static String kind(Placement placement) {
        return switch (placement) {
            case Placement.Root _ -> "post";
            case Placement.Direct _ -> "message";
            case Placement.Reply _ -> "reply";
        };
    }
}
