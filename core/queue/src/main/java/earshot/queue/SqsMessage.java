package earshot.queue;

import java.time.Instant;

/**
 * One message as Lambda hands it over.
 *
 * @param receiveCount how often it has been received, this time included
 * @param sentAt when it was sent
 */
public record SqsMessage(
        String messageId, String receiptHandle, String body, int receiveCount, Instant sentAt) {}
