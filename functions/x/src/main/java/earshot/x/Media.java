package earshot.x;

import earshot.domain.post.Attachment;
import earshot.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pictures and films, by the address of the file itself.
 *
 * <pre>
 * {"type": "photo", "media_url_https": "https://pbs.twimg.com/media/..jpg"}
 * {"type": "video", "video_info": {"variants": [
 *   {"bitrate": 832000, "content_type": "video/mp4", "url": "https://video.twimg.com/..mp4"}]}}
 * {"media_key": "7_..", "type": "video", "preview_image_url": "https://..", "variants": [
 *   {"bit_rate": 832000, "content_type": "video/mp4", "url": "https://video.twimg.com/..mp4"}]}
 * </pre>
 */
final class Media {
    private Media() {}

    /**
     * @param tweet or the part of it that has the entities; {@code entities} names the first alone
     */
    static List<Attachment> v1(Json tweet) {
        var all = tweet.get("extended_entities").items("media");
        var media = all.isEmpty() ? tweet.get("entities").items("media") : all;
        return media.stream().map(Media::one).toList();
    }

    static List<Attachment> v2(Json tweet, Includes includes) {
        List<Attachment> found = new ArrayList<>();
        for (var item : tweet.get("attachments").items("media_keys")) {
            var key = item.text();
            var media = key == null ? null : includes.media().get(key);
            // What was not asked for is at least known to be there.
            found.add(media == null ? new Attachment("media", null, null) : one(media));
        }
        return found;
    }

    static Attachment one(Json media) {
        var type = media.text("type");
        var info = media.get("video_info");
        var film = best(info.has("variants") ? info.items("variants") : media.items("variants"));
        return new Attachment(
                type == null || type.isBlank() ? "media" : type,
                film == null ? picture(media) : film,
                null);
    }

    /** The finest film in one piece, else any. */
    private static @Nullable String best(List<Json> variants) {
        return variants.stream()
                .filter(variant -> variant.text("url") != null)
                .max(Comparator.comparingInt(Media::pieces).thenComparingLong(Media::rate))
                .map(variant -> variant.text("url"))
                .orElse(null);
    }

    /** A film in one piece goes before a list of its pieces. */
    private static int pieces(Json variant) {
        return "video/mp4".equals(variant.text("content_type")) ? 1 : 0;
    }

    private static long rate(Json variant) {
        var rate = variant.integer(variant.has("bitrate") ? "bitrate" : "bit_rate");
        return Objects.requireNonNullElse(rate, 0L);
    }

    private static @Nullable String picture(Json media) {
        for (var member : List.of("media_url_https", "url", "preview_image_url")) {
            var address = media.text(member);
            if (address != null && !address.isBlank()) {
                return address;
            }
        }
        return null;
    }
}
