package earshot.youtubelease;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.domain.Digest;
import earshot.http.ApiClient;
import earshot.settings.Secret;
import earshot.webhook.WebSubTopic;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hub that pushes YouTube's feeds, as PubSubHubbub 0.3 and 0.4 have it.
 *
 * @param address where it is asked
 * @param callback what it is to call, without our token
 */
record Hub(URI address, URI callback) {
    /** In seconds: the ten days that this hub grants at most. */
    private static final int LEASE = 864_000;

    /** Bytes of a fingerprint. */
    private static final int TERMS = 8;

    /** It calls us before it answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String FEED = "https://www.youtube.com/feeds/videos.xml?channel_id=";

    /** What the hub said to it. */
    sealed interface Reply {
        /**
         * @param code 204: it has called us and is pushing; 202: it will call us
         */
        record Accepted(int code) implements Reply {}

        /**
         * @param why constant words
         * @param retryAfter what it asked us to wait, where it did
         */
        record Failed(String why, @Nullable Duration retryAfter) implements Reply {}
    }

    /** Asks once. The hub may have agreed even where no answer came: asking again does no harm. */
    Reply subscribe(String channel, Secret secret) {
        var form = new LinkedHashMap<String, String>();
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", topic(channel).url());
        form.put("hub.callback", callback(channel, secret));
        form.put("hub.lease_seconds", Integer.toString(LEASE));
        form.put("hub.secret", secret.reveal());
        form.put("hub.verify", "sync");
        // A client of its own: between two hours a function is frozen, and its connections die.
        var client = new ApiClient(PATIENCE);
        return switch (client.post(address, Map.of(), encoded(form))) {
            case ApiClient.Answer.Answered(int status, _) when status == 204 || status == 202 ->
                    new Reply.Accepted(status);
            case ApiClient.Answer.Answered(int status, _) ->
                    new Reply.Failed("answered " + status, null);
            case ApiClient.Answer.Unanswered(var why, var retryAfter) ->
                    new Reply.Failed(why, retryAfter);
        };
    }

    /**
     * All that a subscription stands on, as a fingerprint: whoever knew the callback's token could
     * have us subscribed with a secret of their own, so it is kept nowhere.
     */
    String terms(String channel, Secret secret) {
        return Digest.of(address + " " + callback(channel, secret), TERMS);
    }

    private String callback(String channel, Secret secret) {
        var joint = callback.getRawQuery() == null ? "?" : "&";
        return callback + joint + WebSubTopic.ASKED + "=" + topic(channel).asked(secret);
    }

    private static WebSubTopic topic(String channel) {
        return new WebSubTopic(FEED + channel);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
