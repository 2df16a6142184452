package earshot.facebook;

import earshot.domain.post.Attachment;
import earshot.json.Json;
import earshot.json.JsonNumber;
import earshot.json.JsonString;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came with a message.
 *
 * <pre>
 * {"type": "image", "payload": {"url": "https://..", "sticker_id": 369239263222822}}
 * {"type": "fallback", "title": "A link", "url": "https://..", "payload": null}
 * {"type": "location", "payload": {"coordinates": {"lat": 59.31, "long": 10.5}}}
 * {"type": "template", "payload": {"product": {"elements": [{"image_url": "https://.."}]}}}
 * </pre>
 */
final class MessageAttachments {
    private MessageAttachments() {}

    static List<Attachment> of(Json message) {
        return message.items("attachments").stream().flatMap(MessageAttachments::read).toList();
    }

    private static Stream<Attachment> read(Json attachment) {
        var named = attachment.text("type");
        var type = named == null || named.isBlank() ? "unknown" : named;
        var payload = attachment.get("payload");
        var products = payload.get("product").items("elements");
        if (!products.isEmpty()) {
            return products.stream().map(product -> at("product", product.text("image_url")));
        }
        return Stream.of(at(type, url(attachment, payload)));
    }

    private static Attachment at(String type, @Nullable String url) {
        return url == null ? new Attachment(type, null, null) : Urls.attachment(type, url);
    }

    /** Links were sent with their address beside the payload, and as {@code URL}. */
    private static @Nullable String url(Json attachment, Json payload) {
        return Stream.of(payload, attachment)
                .flatMap(place -> Stream.of(place.get("url"), place.get("URL")))
                .filter(url -> url instanceof JsonString(var text) && !text.isBlank())
                .map(Json::text)
                .findFirst()
                .orElseGet(() -> place(payload.get("coordinates")));
    }

    /** A place on earth as an address of its own kind (RFC 5870). */
    private static @Nullable String place(Json coordinates) {
        return coordinates.get("lat") instanceof JsonNumber(var latitude)
                        && coordinates.get("long") instanceof JsonNumber(var longitude)
                ? "geo:" + latitude + "," + longitude
                : null;
    }
}
