package earshot.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Moment;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.webhook.Delivery;
import earshot.webhook.Ignored;
import earshot.webhook.Reading;
import earshot.webhook.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * Reads deliveries as short as a test can write them: with single quotes, sent at {@link #SENT} and
 * received at {@link #RECEIVED} for the page 42.
 */
final class Read {
    static final Instant SENT = Instant.ofEpochSecond(1795165201);
    static final Instant RECEIVED = SENT.plusMillis(640);
    static final long CREATED = 1795165200;

    private Read() {}

    static Reading body(String body) {
        return bytes(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static Reading bytes(byte[] body) {
        return new FacebookConnector()
                .read(new Delivery(RECEIVED, "request", Map.of(), body, null));
    }

    static Reading entry(String members) {
        return body("{'object':'page','entry':[{'id':'42','time':1795165201," + members + "}]}");
    }

    static Reading change(String field, String value) {
        return entry("'changes':[{'field':'%s','value':{%s}}]".formatted(field, value));
    }

    static Reading messaging(String... events) {
        return entry("'messaging':[" + String.join(",", events) + "]");
    }

    static Activity activity(Reading reading) {
        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.ignored()).isEmpty();
        assertThat(reading.toFetch()).isEmpty();
        assertThat(reading.activities()).hasSize(1);
        return reading.activities().getFirst();
    }

    static Post post(Reading reading) {
        assertThat(activity(reading)).isInstanceOf(Activity.Published.class);
        return ((Activity.Published) activity(reading)).post();
    }

    static Ignored ignored(Reading reading) {
        assertThat(reading.activities()).isEmpty();
        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.toFetch()).isEmpty();
        assertThat(reading.ignored()).hasSize(1);
        return reading.ignored().getFirst();
    }

    static Unreadable unreadable(Reading reading) {
        assertThat(reading.activities()).isEmpty();
        assertThat(reading.ignored()).isEmpty();
        assertThat(reading.toFetch()).isEmpty();
        assertThat(reading.unreadable()).hasSize(1);
        return reading.unreadable().getFirst();
    }

    static PostId id(String value) {
        return new PostId(Ids.FACEBOOK, value);
    }

    static Moment moment(Instant at) {
        return Moment.of(at, RECEIVED);
    }
}
