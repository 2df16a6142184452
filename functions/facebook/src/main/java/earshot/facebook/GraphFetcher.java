package earshot.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.domain.post.Pointer;
import earshot.http.ApiClient;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.settings.LiveSecret;
import earshot.settings.Secret;
import earshot.settings.Settings;
import earshot.webhook.Fetcher;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks the Graph API for the post or comment that mentions the page, and tells it as the field
 * {@code mention} told it before 2018, author included.
 *
 * <pre>
 * GET /v24.0/ID?fields=from,message,created_time,permalink_url,...
 * {"id": "ID", "from": {"id": "7", "name": "Mira"}, "message": "Ask them",
 *  "created_time": "2026-11-20T09:25:10+0000", "permalink_url": "https://...", "parent": {"id": ".."}}
 * </pre>
 */
final class GraphFetcher implements Fetcher {
    private static final String DEFAULT_API = "https://graph.facebook.com/v24.0";
    private static final String API = Settings.nameOf(Ids.FACEBOOK.slug(), "API_URL");
    private static final String TOKEN = Settings.nameOf(Ids.FACEBOOK.slug(), "ACCESS_TOKEN");
    private static final Duration PATIENCE = Duration.ofSeconds(7);
    private static final String POST = "from,message,created_time,permalink_url,full_picture";
    private static final String COMMENT =
            "from,message,created_time,permalink_url,parent{id},attachment{media}";

    /** An object that is not there, or that the token may not see: the API does not say which. */
    private static final long NOT_THERE = 100;

    private final URI api;
    private final List<LiveSecret> tokens;
    private final ApiClient client = new ApiClient(PATIENCE);

    private GraphFetcher(URI api, List<LiveSecret> tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    /** Without a token it starts all the same, and every mention waits for one. */
    static GraphFetcher of(Settings settings) {
        var named = settings.optionalUrl(API);
        return new GraphFetcher(
                named == null ? URI.create(DEFAULT_API) : named, settings.optionalSecrets(TOKEN));
    }

    @Override
    public Fetched fetch(Pointer pointer) {
        return LiveSecret.of(tokens, pointer.account())
                .map(token -> fetch(pointer, token))
                .orElseGet(() -> new Fetched.Later("no access token for the page: " + TOKEN));
    }

    private Fetched fetch(Pointer pointer, Secret token) {
        var fields = isComment(pointer) ? COMMENT : POST;
        var resource =
                URI.create(
                        "%s/%s?fields=%s"
                                .formatted(
                                        api,
                                        URLEncoder.encode(pointer.id(), UTF_8),
                                        URLEncoder.encode(fields, UTF_8)));
        return switch (client.get(resource, Map.of("authorization", "Bearer " + token.reveal()))) {
            case ApiClient.Answer.Answered(var status, var body) ->
                    answered(pointer, status, body.bytes());
            case ApiClient.Answer.Unanswered(var why, var _) -> new Fetched.Later(why);
        };
    }

    private static boolean isComment(Pointer pointer) {
        return pointer.under() != null || pointer.kind().startsWith("mention/comment");
    }

    private static Fetched answered(Pointer pointer, int status, byte[] body) {
        Json json;
        try {
            json = Json.parse(body);
        } catch (JsonException _) {
            return new Fetched.Later("an answer that is no JSON");
        }
        if (status == 200 && json.has("id")) {
            return new Fetched.Found(delivery(pointer, json));
        }
        var code = Objects.requireNonNullElse(json.get("error").integer("code"), 0L);
        return status == 404 || code == NOT_THERE
                ? new Fetched.Gone("not there, or not for us to see")
                : new Fetched.Later("the Graph API refused: %d, code %d".formatted(status, code));
    }

    private static Json delivery(Pointer pointer, Json resource) {
        var change = Json.object().with("field", "mention").with("value", value(pointer, resource));
        var entry =
                Json.object()
                        .with("id", pointer.account())
                        .withItems("changes", List.of(change.build()));
        return Json.object()
                .with("object", "page")
                .withItems("entry", List.of(entry.build()))
                .build();
    }

    /** An author who may not be named is an empty one: it is a mention all the same. */
    private static Json value(Pointer pointer, Json resource) {
        boolean isComment = isComment(pointer);
        var picture = resource.get("attachment").get("media").get("image").text("src");
        return Json.object()
                .with("item", isComment ? "comment" : "post")
                .with("verb", "add")
                .with("comment_id", isComment ? pointer.id() : null)
                .with("post_id", isComment ? pointer.under() : pointer.id())
                .with("parent_id", resource.get("parent").text("id"))
                .with("from", resource.has("from") ? resource.get("from") : Json.object().build())
                .with("message", resource.text("message"))
                .with("created_time", resource.text("created_time"))
                .with("photo", picture == null ? resource.text("full_picture") : picture)
                .with("post", permalink(resource))
                .build();
    }

    private static Json permalink(Json resource) {
        return Json.object().with("permalink_url", resource.text("permalink_url")).build();
    }
}
