package earshot.youtubecomments;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.domain.post.Network;
import earshot.http.ApiClient;
import earshot.http.ApiClient.Answer;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.polling.Page;
import earshot.polling.PolledNetwork;
import earshot.polling.Refusal;
import earshot.polling.Reply;
import earshot.polling.Sighting;
import earshot.settings.LiveSecret;
import earshot.settings.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * YouTube's Data API, version 3: comments are listed, edits and removals are seen by listing again.
 *
 * @see <a
 *     href="https://developers.google.com/youtube/v3/docs/commentThreads/list">commentThreads.list</a>
 * @see <a href="https://developers.google.com/youtube/v3/docs/comments/list">comments.list</a>
 */
final class DataApi implements PolledNetwork {
    private static final String DEFAULT_API = "https://www.googleapis.com";
    private static final String API = Settings.nameOf(Comment.YOUTUBE.slug(), "API_URL");
    private static final String KEY = Settings.nameOf(Comment.YOUTUBE.slug(), "API_KEY");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE = 100;

    private final Supplier<Access> access;
    private final ApiClient client;

    /** Where to ask, and by whose leave. */
    record Access(URI api, List<LiveSecret> keys) {
        static Access of(Settings settings) {
            var named = settings.optionalUrl(API);
            return new Access(
                    named == null ? URI.create(DEFAULT_API) : named, settings.secrets(KEY));
        }

        /** The newer of two comes first. */
        String key(String channel) {
            return LiveSecret.of(keys, channel).orElse(keys.getFirst().secret()).reveal();
        }
    }

    DataApi(Supplier<Access> access) {
        this(access, PATIENCE);
    }

    /**
     * @param patience for one whole answer
     */
    DataApi(Supplier<Access> access, Duration patience) {
        this.access = access;
        this.client = new ApiClient(patience);
    }

    @Override
    public Network network() {
        return Comment.YOUTUBE;
    }

    @Override
    public Reply<Page> threads(String account, @Nullable String token, Instant at) {
        var query =
                "commentThreads?part=snippet,replies&order=time&textFormat=html&maxResults="
                        + PAGE
                        + "&allThreadsRelatedToChannelId="
                        + encoded(account)
                        + page(token);
        return ask(account, query, list -> Answers.threads(list, account, at));
    }

    @Override
    public Reply<Page> replies(String account, Sighting root, @Nullable String token, Instant at) {
        var query =
                "comments?part=snippet&textFormat=html&maxResults="
                        + PAGE
                        + "&parentId="
                        + encoded(root.root())
                        + page(token);
        return ask(account, query, list -> Answers.replies(list, account, root, at));
    }

    @Override
    public Reply<Set<String>> gone(String account, List<String> ids) {
        var query = "comments?part=id&id=" + encoded(String.join(",", ids));
        return ask(account, query, list -> missing(list, ids));
    }

    private static Set<String> missing(Json list, List<String> ids) {
        var missing = new HashSet<>(ids);
        for (var item : list.items("items")) {
            missing.remove(item.text("id"));
        }
        return missing;
    }

    /** The key goes into a header, since URLs are logged on their way. */
    private <T> Reply<T> ask(String account, String query, Function<Json, T> read) {
        var present = access.get();
        var url = URI.create(present.api() + "/youtube/v3/" + query);
        var answer = client.get(url, Map.of("X-Goog-Api-Key", present.key(account)));
        return switch (answer) {
            case Answer.Unanswered(var why, var after) ->
                    Reply.refused(new Refusal.Later(why, after));
            case Answer.Answered(var status, var body) -> understood(status, body.bytes(), read);
        };
    }

    private static <T> Reply<T> understood(int status, byte[] body, Function<Json, T> read) {
        try {
            var answer = Json.parse(body);
            if (status != 200) {
                return Reply.refused(Refusals.of(status, answer));
            }
            return Answers.isList(answer)
                    ? Reply.answered(read.apply(answer))
                    : Reply.refused(new Refusal.Later("an answer that is no list", null));
        } catch (JsonException _) {
            return Reply.refused(new Refusal.Later("an answer that is not JSON: " + status, null));
        }
    }

    private static String page(@Nullable String token) {
        return token == null ? "" : "&pageToken=" + encoded(token);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
