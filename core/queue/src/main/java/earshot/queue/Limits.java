package earshot.queue;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what may be of any length within what queues and tables take. What is cut is marked {@code
 * truncated}; nothing is refused for its size.
 */
public final class Limits {
    static final int TEXT = 64 * 1024;
    static final int NAME = 256;
    static final int URL = 2048;
    static final int LIST = 100;

    /** Of all attachments together, as they are written: a message must not pass the queue's. */
    static final int ATTACHMENTS = 256 * 1024;

    private boolean cut;

    private Limits() {}

    /** The activity itself where nothing is too long. */
    public static Activity keep(Activity activity) {
        return switch (activity) {
            case Activity.Published(var post) -> new Limits().published(post);
            case Activity.Edited edited -> new Limits().edited(edited);
            case Activity.Engaged(var id, var when, var counts) ->
                    new Activity.Engaged(id, when, counts(counts));
            case Activity.Deleted _, Activity.Hidden _ -> activity;
        };
    }

    private Activity published(Post post) {
        var author = author(post.author());
        var text = cut(post.text(), TEXT);
        var language = cut(post.language(), NAME);
        var attachments = attachments(post.attachments());
        var permalink = url(post.permalink());
        return new Activity.Published(
                post.change()
                        .author(author)
                        .text(text)
                        .language(language)
                        .attachments(attachments)
                        .permalink(permalink)
                        .truncated(post.truncated() || cut)
                        .build());
    }

    private Activity edited(Activity.Edited edited) {
        var text = cut(edited.text(), TEXT);
        var attachments = attachments(edited.attachments());
        return new Activity.Edited(
                edited.id(),
                edited.when(),
                text,
                attachments,
                edited.rating(),
                edited.truncated() || cut);
    }

    private Author author(Author author) {
        return switch (author) {
            case Author.Customer(var id, var handle, var name, var followers) ->
                    new Author.Customer(id, cut(handle, NAME), cut(name, NAME), followers);
            case Author.Ourselves(var id, var name, var appId) ->
                    new Author.Ourselves(id, cut(name, NAME), appId);
        };
    }

    private List<Attachment> attachments(List<Attachment> attachments) {
        List<Attachment> kept = new ArrayList<>(Math.min(attachments.size(), LIST));
        int written = 0;
        for (var attachment : attachments) {
            var type = cut(attachment.type(), NAME);
            var url = url(attachment.url());
            written += Utf8.escapedLength(type) + Utf8.escapedLength(url);
            if (kept.size() == LIST || written > ATTACHMENTS) {
                cut = true;
                break;
            }
            kept.add(new Attachment(type == null ? "" : type, url, attachment.expiresAt()));
        }
        return kept;
    }

    private static Map<String, Long> counts(Map<String, Long> counts) {
        if (counts.size() <= LIST) {
            return counts;
        }
        Map<String, Long> kept = new TreeMap<>();
        for (var name : new TreeMap<>(counts).sequencedKeySet()) {
            if (kept.size() == LIST) {
                break;
            }
            kept.put(name, counts.getOrDefault(name, 0L));
        }
        return kept;
    }

    /** Half a URL leads elsewhere: one that is too long is left out. */
    private @Nullable String url(@Nullable String url) {
        if (url == null || Utf8.length(url) <= URL) {
            return url;
        }
        cut = true;
        return null;
    }

    private @Nullable String cut(@Nullable String text, int bytes) {
        if (text == null) {
            return null;
        }
        var kept = Utf8.first(text, bytes);
        cut |= kept.length() < text.length();
        return kept;
    }
}
