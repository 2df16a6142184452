package earshot.facebook;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.webhook.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages, their edits and their deletion.
 *
 * <pre>
 * {"message": {"mid": "m_..", "text": "Hello", "attachments": [..],
 *              "reply_to": {"mid": "m_.."}, "is_echo": true, "app_id": 263902037430900}}
 * {"message": {"mid": "m_..", "is_deleted": true}}
 * {"message": {"mid": "m_..", "is_unsupported": true}}
 * {"message_edit": {"mid": "m_..", "text": "Hello again", "num_edit": "1"}}
 * </pre>
 */
final class Messages {
    private Messages() {}

    static Reading read(Chat chat) {
        var message = chat.event().get("message");
        var mid = Ids.of(message.get("mid"));
        if (mid == null) {
            return chat.element().unreadable(Why.NO_MID);
        }
        var id = Ids.post(mid);
        return Boolean.TRUE.equals(message.flag("is_deleted"))
                ? Reading.of(new Activity.Deleted(id, chat.at()))
                : published(chat, message, id);
    }

    /** An edit without a text says nothing that could be kept. */
    static Reading readEdit(Chat chat) {
        var edit = chat.event().get("message_edit");
        var mid = Ids.of(edit.get("mid"));
        if (mid == null) {
            return chat.element().unreadable(Why.NO_MID);
        }
        var text = edit.text("text");
        return text == null
                ? Reading.ignored("messaging/message_edit", Why.EDIT_WITHOUT_TEXT)
                : Reading.of(
                        new Activity.Edited(
                                Ids.post(mid), chat.at(), text, List.of(), null, false));
    }

    private static Reading published(Chat chat, Json message, PostId id) {
        var attachments = new ArrayList<Attachment>(MessageAttachments.of(message));
        var story = message.get("reply_to").get("story");
        var storyUrl = story.text("url");
        if (storyUrl != null) {
            attachments.add(Urls.attachment("story", storyUrl));
        }
        return chat.published(id, message.text("text"), attachments, inReplyTo(message));
    }

    /** The message, or the story of ours, that it answers. */
    private static @Nullable String inReplyTo(Json message) {
        var answered = message.get("reply_to");
        var mid = Ids.of(answered.get("mid"));
        return mid == null ? Ids.of(answered.get("story").get("id")) : mid;
    }
}
