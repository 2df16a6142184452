package earshot.x;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Moment;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.webhook.Delivery;
import earshot.webhook.Ignored;
import earshot.webhook.Reading;
import earshot.webhook.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads deliveries as short as a test can write them: with single quotes, received at {@link
 * #RECEIVED} for the account 42.
 */
final class Read {
    static final Instant RECEIVED = Instant.parse("2026-11-20T09:00:00.640Z");

    private Read() {}

    static Reading body(String body) {
        return bytes(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static Reading bytes(byte[] body) {
        return bytes(body, null);
    }

    static Reading bytes(byte[] body, @Nullable String provedFor) {
        return new XConnector().read(new Delivery(RECEIVED, "request", Map.of(), body, provedFor));
    }

    /** A post of somebody's, in the words of version 1.1. */
    static Reading v1(String author, String members) {
        return body(
                "{'for_user_id':'42','tweet_create_events':[{'id_str':'500','user':{'id_str':'%s'}%s}]}"
                        .formatted(author, comma(members)));
    }

    /** A post of somebody's, in the words of version 2. */
    static Reading v2(String author, String members) {
        return v2(author, members, "");
    }

    static Reading v2(String author, String members, String includes) {
        return body(
                ("{'data':{'event_type':'post.create','filter':{'user_id':'42'},'payload':{"
                                + "'id':'500','author_id':'%s'%s},'includes':{%s}}}")
                        .formatted(author, comma(members), includes));
    }

    static Reading event(String type, String payload) {
        return body(
                "{'data':{'event_type':'%s','filter':{'user_id':'42'},'payload':{%s}}}"
                        .formatted(type, payload));
    }

    static Reading stream(String tweet, String more) {
        return body("{'data':{%s}%s}".formatted(tweet, comma(more)));
    }

    private static String comma(String members) {
        return members.isEmpty() ? "" : "," + members;
    }

    static List<Activity> activities(Reading reading) {
        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.ignored()).isEmpty();
        assertThat(reading.toFetch()).isEmpty();
        return reading.activities();
    }

    /** The one post, whatever else happened to it. */
    static Post post(Reading reading) {
        return activities(reading).stream()
                .filter(Activity.Published.class::isInstance)
                .map(activity -> ((Activity.Published) activity).post())
                .reduce(
                        (one, other) -> {
                            throw new AssertionError("two posts");
                        })
                .orElseThrow();
    }

    static Ignored ignored(Reading reading) {
        assertThat(reading.activities()).isEmpty();
        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.ignored()).hasSize(1);
        return reading.ignored().getFirst();
    }

    static Unreadable unreadable(Reading reading) {
        assertThat(reading.activities()).isEmpty();
        assertThat(reading.ignored()).isEmpty();
        assertThat(reading.unreadable()).hasSize(1);
        return reading.unreadable().getFirst();
    }

    static PostId id(String value) {
        return new PostId(Ids.X, value);
    }

    static Moment moment(@Nullable Instant at) {
        return Moment.of(at, RECEIVED);
    }

    /** With the author whom the delivery names, if it does. */
    static Placement.Reply reply(String parent, Whose parentIs, @Nullable String author) {
        return Placement.Reply.to(id(parent), parentIs, author);
    }
}
