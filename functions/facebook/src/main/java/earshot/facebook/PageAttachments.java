package earshot.facebook;

import earshot.domain.post.Attachment;
import earshot.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * What came with a post or comment on the page.
 *
 * <pre>
 * {"photos": ["https://...", "https://..."], "photo": "https://...", "video": "https://...",
 *  "link": "https://...", "photo_ids": [1180027733951166118, 1180027733951166119]}
 * </pre>
 */
final class PageAttachments {
    private PageAttachments() {}

    static List<Attachment> of(Change change) {
        var value = change.value();
        var found = new ArrayList<Attachment>();
        value.items("photos").forEach(photo -> add(found, "image", photo));
        add(found, "image", value.get("photo"));
        add(found, "video", value.get("video"));
        add(found, linked(change.item()), value.get("link"));
        if (found.isEmpty()) {
            value.items("photo_ids").forEach(photo -> addById(found, photo));
        }
        return found.stream().distinct().toList();
    }

    /** What {@code link} leads to: of a photo or a video it is the file itself. */
    private static String linked(String item) {
        return switch (item) {
            case "photo", "picture" -> "image";
            case "video" -> "video";
            default -> "link";
        };
    }

    private static void add(List<Attachment> found, String type, Json url) {
        var text = url.text();
        if (text != null && !text.isBlank()) {
            found.add(Urls.attachment(type, text));
        }
    }

    /** An album tells its pictures by id alone: each has a page of its own. */
    private static void addById(List<Attachment> found, Json photoId) {
        var id = Ids.of(photoId);
        if (id != null) {
            found.add(new Attachment("image", Permalinks.of(id), null));
        }
    }
}
