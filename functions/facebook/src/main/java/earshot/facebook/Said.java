package earshot.facebook;

import earshot.domain.post.Attachment;
import earshot.domain.post.Rating;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a post reads now: what is told when it is new and when it was edited. */
record Said(@Nullable String text, List<Attachment> attachments, @Nullable Rating rating) {
    static Said of(Change change) {
        return new Said(change.value().text("message"), PageAttachments.of(change), null);
    }
}
