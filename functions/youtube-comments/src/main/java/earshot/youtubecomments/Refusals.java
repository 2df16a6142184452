package earshot.youtubecomments;

import earshot.json.Json;
import earshot.polling.Refusal;
import java.util.Objects;

/**
 * What the Data API's errors mean for whoever asks again.
 *
 * <pre>
 * {"error": {"code": 403, "errors": [{"domain": "youtube.quota", "reason": "quotaExceeded"}]}}
 * </pre>
 *
 * @see <a href="https://developers.google.com/youtube/v3/docs/errors">Errors</a>
 */
final class Refusals {
    private Refusals() {}

    static Refusal of(int status, Json answer) {
        var errors = answer.get("error").items("errors");
        var first = errors.isEmpty() ? null : errors.getFirst().text("reason");
        return switch (Objects.requireNonNullElse(first, "")) {
            case "quotaExceeded", "dailyLimitExceeded" -> new Refusal.Spent("quota exceeded");
            case "rateLimitExceeded", "userRateLimitExceeded" ->
                    new Refusal.Later("too many questions at once", null);
            case "commentsDisabled" -> new Refusal.Closed("comments are off");
            case "channelNotFound", "videoNotFound", "commentThreadNotFound", "commentNotFound" ->
                    new Refusal.Missing("not found");
            case "invalidPageToken" -> new Refusal.Stale("the page token is no longer good");
            default ->
                    status == 404
                            ? new Refusal.Missing("not found")
                            : new Refusal.Later("refused: " + status, null);
        };
    }
}
