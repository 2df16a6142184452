package earshot.router;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Case;
import earshot.domain.post.Activity;
import earshot.domain.post.ConversationKey;
import earshot.queue.Wire;
import earshot.testkit.EventFile;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which cases come of what X sends, by what its connector makes of the event files. Three products
 * tell of one post, in any order.
 */
@ExtendWith(LocalCloudExtension.class)
class XConversationsTest {
    private static final String US = "2915004817";

    /** Jon, after whom his chat with us is named. */
    private static final String CHAT = "7020418836";

    /** How the id of each post in the event files begins. */
    private static final String POST = "2123";

    private final RouterRig rig;

    XConversationsTest(LocalCloud cloud) {
        var noon = Instant.parse("2026-11-20T12:00:00Z");
        this.rig = new RouterRig(cloud, MovableClock.at(noon), Map.of());
    }

    static Stream<List<String>> oneConversation() {
        return Stream.of(
                List.of("own-post", "reply-to-us", "activity-reply", "activity-reply-as-mention"),
                List.of("mention", "own-reply", "activity-reply-in-thread"),
                List.of("mention", "own-reply", "reply-between-strangers"),
                List.of("mention", "mention-redelivered", "reply-between-strangers"),
                List.of("activity-before-the-edit", "activity-edited"),
                List.of("stream-two-rules", "stream-edited"),
                List.of("message", "message-sent", "message-with-photo"));
    }

    @ParameterizedTest
    @MethodSource("oneConversation")
    void everyOrderOfTheProductsAndTheRootEndsInOneCase(List<String> events) {
        var ends = new HashSet<String>();
        var orders = AnyOrderTest.orders(events.size());
        for (int i = 0; i < orders.size(); i++) {
            var ordered = orders.get(i).stream().map(events::get).toList();
            // All tests of this class share a table.
            var prefix = "9" + Math.floorMod(events.hashCode(), 100_000) + "0" + i;
            var cases = cases(ordered, prefix);
            assertThat(cases).as("in the order %s", ordered).hasSize(1);
            ends.add(comparable(cases.getFirst(), prefix));
        }
        assertThat(ends).hasSize(1);
    }

    @Test
    void tenStrangersWhoReplyToOurPostAreTenCases() {
        for (int seed = 0; seed < 5; seed++) {
            var bodies = new ArrayList<>(bodies(List.of("own-post", "ten-people-under-one-post")));
            Collections.shuffle(bodies, new Random(seed));
            assertThat(filed(bodies, "8" + seed))
                    .hasSize(10)
                    .allSatisfy(each -> assertThat(each.summary().postCount()).isEqualTo(1));
        }
    }

    private List<Case> cases(List<String> events, String prefix) {
        return filed(bodies(events), prefix);
    }

    private static List<String> bodies(List<String> events) {
        return events.stream().flatMap(name -> EventFile.of("x", name).posts().stream()).toList();
    }

    /** Hands them over one by one, under ids of their own, and finds all cases that came of it. */
    private List<Case> filed(List<String> bodies, String prefix) {
        var own = bodies.stream().map(body -> renamed(body, prefix)).toList();
        own.forEach(body -> rig.call(List.of(body)));
        rig.deliverDelayed();
        return own.stream()
                .map(Wire::activity)
                .flatMap(activity -> places(activity, prefix).stream())
                .collect(Collectors.toSet())
                .stream()
                .flatMap(place -> rig.table().cases().of(place).stream())
                .toList();
    }

    private static String renamed(String body, String prefix) {
        return body.replace('"' + POST, '"' + prefix + POST)
                .replace('"' + CHAT + '"', '"' + prefix + CHAT + '"');
    }

    private static Set<ConversationKey> places(Activity activity, String prefix) {
        return Set.of(
                ConversationKey.of(activity.id()),
                ConversationKey.direct(activity.id().network(), US, prefix + CHAT));
    }

    /** What does not depend on which product told of a post first, as its address does. */
    private static String comparable(Case of, String prefix) {
        var summary = of.summary();
        var cycles =
                of.cycles().stream()
                        .map(cycle -> cycle.state() + " " + cycle.startedAt() + " " + cycle.dueAt())
                        .toList();
        return Stream.of(
                        of.id().conversation(),
                        of.status(),
                        summary.surface(),
                        summary.customer(),
                        summary.excerpt(),
                        summary.openedAt(),
                        summary.accounts(),
                        summary.postCount(),
                        cycles)
                .map(String::valueOf)
                .collect(Collectors.joining(" "))
                .replace(prefix + CHAT, CHAT)
                .replace(prefix + POST, POST);
    }
}
