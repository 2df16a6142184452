package earshot.x;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.webhook.Reading;
import java.util.List;

/**
 * Direct messages, which Account Activity and the X Activity API write alike.
 *
 * <pre>
 * {"type": "message_create", "id": "1206724334791753732", "created_timestamp": "1576540475925",
 *  "message_create": {"sender_id": "7", "target": {"recipient_id": "42"},
 *    "source_app_id": "3033300",
 *    "message_data": {"text": "Hello", "attachment": {"type": "media", "media": {..}}}}}
 * </pre>
 */
final class Messages {
    private Messages() {}

    static Reading read(Element element, Profiles people, Subscription subscription) {
        var event = element.content();
        var type = event.text("type");
        if (event instanceof JsonObject && type != null && !type.equals("message_create")) {
            return Reading.ignored("direct_message_events/" + type, Why.OTHER_MESSAGE_EVENT);
        }
        var id = Ids.of(event.get("id"));
        var chat = Chat.of(event.get("message_create"), people, subscription);
        if (id == null || chat == null) {
            return element.unreadable(Why.NO_MESSAGE);
        }
        var content = event.get("message_create").get("message_data");
        return Reading.of(
                List.of(
                        new Activity.Published(
                                chat.post(
                                        id,
                                        subscription.moment(
                                                Instants.of(event.get("created_timestamp"))),
                                        Texts.decoded(content.text("text")),
                                        attachments(content.get("attachment"))))));
    }

    /** What is no picture or film, such as a place, has X's word for it and no address. */
    private static List<Attachment> attachments(Json attachment) {
        if (attachment.get("media") instanceof JsonObject media) {
            return List.of(Media.one(media));
        }
        var type = attachment.text("type");
        return type == null || type.isBlank()
                ? List.of()
                : List.of(new Attachment(type, null, null));
    }
}
