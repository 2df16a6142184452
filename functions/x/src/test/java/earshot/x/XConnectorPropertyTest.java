package earshot.x;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonException;
import earshot.json.JsonNull;
import earshot.json.JsonObject;
import earshot.testkit.EventFile;
import earshot.testkit.Mutation;
import earshot.webhook.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class XConnectorPropertyTest {
    private static final List<byte[]> BODIES =
            EventFile.of("x").stream().map(EventFile::bytes).toList();

    @Property(tries = 3000)
    void spoiledDeliveryIsAccountedForElementByElement(
            @ForAll("bodies") byte[] body,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int times) {
        var mutation = new Mutation(seed);
        var spoiled = parsed(body);
        for (int i = 0; i < times; i++) {
            spoiled = mutation.of(spoiled);
        }
        var reading = Read.bytes(spoiled.write().getBytes(StandardCharsets.UTF_8));
        if (reading.unreadable().stream().noneMatch(unread -> unread.alone() == null)) {
            assertThat(told(reading)).isEqualTo(elements(spoiled));
        }
    }

    @Property(tries = 1000)
    void spoiledBytesAreReadWithoutAnException(@ForAll("bodies") byte[] body, @ForAll long seed) {
        var random = new Random(seed);
        var spoiled = body.clone();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
        }
        Read.bytes(spoiled);
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Arbitraries.of(BODIES);
    }

    /** What was told, whatever else was told of it: an edit, a count, a second account. */
    private static long told(Reading reading) {
        long posts =
                reading.activities().stream()
                        .filter(
                                activity ->
                                        switch (activity) {
                                            case Activity.Published _, Activity.Deleted _ -> true;
                                            case Activity.Edited _,
                                                    Activity.Hidden _,
                                                    Activity.Engaged _ ->
                                                    false;
                                        })
                        .count();
        return posts + reading.unreadable().size() + reading.ignored().size();
    }

    /** Counted without reading any of them. */
    private static long elements(Json body) {
        if (body instanceof JsonObject(var members)
                && members.keySet().stream().anyMatch(XConnectorPropertyTest::tells)) {
            long sum =
                    members.entrySet().stream()
                            .filter(member -> tells(member.getKey()))
                            .mapToLong(member -> inList(member.getValue()))
                            .sum();
            boolean tellsNothing =
                    members.entrySet().stream()
                            .noneMatch(
                                    member ->
                                            tells(member.getKey())
                                                    && !(member.getValue() instanceof JsonNull));
            return tellsNothing ? 1 : sum;
        }
        return body.has("for_user_id") ? 1 : elementsOfVersion2(body);
    }

    private static long elementsOfVersion2(Json body) {
        var data = body.get("data");
        if (!data.has("event_type")) {
            var tags =
                    body.items("matching_rules").stream()
                            .map(rule -> Ids.of(rule.get("tag")))
                            .filter(tag -> tag != null)
                            .distinct()
                            .count();
            boolean repost = TweetV2.isRepost(data);
            return repost ? 1 : Math.max(1, tags);
        }
        var type = String.valueOf(data.text("event_type"));
        return type.matches("dm.(sent|received)")
                ? data.get("payload").items("direct_message_events").size()
                : 1;
    }

    private static boolean tells(String member) {
        return member.endsWith("_events") || member.equals("user_event");
    }

    private static long inList(Json list) {
        return switch (list) {
            case JsonArray(var items) -> items.size();
            case JsonNull _ -> 0;
            default -> 1;
        };
    }

    private static Json parsed(byte[] body) {
        try {
            return Json.parse(body);
        } catch (JsonException _) {
            return Json.object().build();
        }
    }
}
