package earshot.casebook;

import earshot.domain.cases.Entry;
import earshot.domain.cases.PostVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps an entry below 300 KiB, well within what DynamoDB takes for an item: versions between the
 * first and the newest go first, oldest first; then the attachments of the first; then text is cut.
 */
final class EntryLimit {
    private static final int LARGEST = 300 * 1024;

    private EntryLimit() {}

    static Entry of(Entry entry) {
        if (size(entry.versions()) <= LARGEST) {
            return entry;
        }
        var versions = new ArrayList<>(entry.versions());
        while (versions.size() > 2 && size(versions) > LARGEST) {
            versions.remove(1);
        }
        if (size(versions) > LARGEST) {
            versions.set(0, cut(versions.getFirst()));
        }
        if (size(versions) > LARGEST) {
            versions.set(versions.size() - 1, cut(versions.getLast()));
        }
        return entry.change().versions(versions).truncated(true).done();
    }

    /** Without attachments; a text that is within the limit of a post stays far below an item's. */
    private static PostVersion cut(PostVersion version) {
        return new PostVersion(
                version.at(), version.lastAt(), version.text(), List.of(), version.rating());
    }

    private static int size(List<PostVersion> versions) {
        int size = 0;
        for (var version : versions) {
            size += bytes(version.text());
            for (var attachment : version.attachments()) {
                size += bytes(attachment.url()) + bytes(attachment.type()) + 64;
            }
        }
        // The newest version's text and attachments stand in the entry as well.
        var last = versions.getLast();
        return size + bytes(last.text()) + last.attachments().size() * 64;
    }

    private static int bytes(@org.jspecify.annotations.Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
