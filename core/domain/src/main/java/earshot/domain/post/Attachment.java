package earshot.domain.post;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that came with a post. Its URL is kept as text and never fetched.
 *
 * @param type the network's word for it, such as {@code image}
 * @param expiresAt when the network's URL stops working, where it tells
 */
public record Attachment(String type, @Nullable String url, @Nullable Instant expiresAt) {
    public Attachment {
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
