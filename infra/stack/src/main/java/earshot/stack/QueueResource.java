package earshot.stack;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One SQS queue of the template.
 *
 * @param redrive where messages go that were received too often; null for a queue without
 */
public record QueueResource(
        String logicalId,
        String name,
        Duration visibility,
        Duration retention,
        Duration delay,
        @Nullable Redrive redrive) {
    /** To which queue a message goes once it was received {@code maxReceiveCount} times. */
    public record Redrive(String deadLetterLogicalId, int maxReceiveCount) {}
}
