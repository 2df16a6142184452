package earshot.stack;

import earshot.stack.QueueResource.Redrive;
import org.jspecify.annotations.Nullable;

/** Reads one {@code AWS::SQS::Queue}. */
final class QueueReader {
    private static final int DEFAULT_VISIBILITY = 30;
    private static final int DEFAULT_RETENTION = 345_600;

    private QueueReader() {}

    static QueueResource read(String logicalId, String name, Section properties, QueueArns arns) {
        var queue =
                new QueueResource(
                        logicalId,
                        name,
                        properties.seconds("VisibilityTimeout", DEFAULT_VISIBILITY),
                        properties.seconds("MessageRetentionPeriod", DEFAULT_RETENTION),
                        properties.seconds("DelaySeconds", 0),
                        redrive(properties, arns));
        properties.finish(
                "QueueName",
                "SqsManagedSseEnabled",
                "KmsMasterKeyId",
                "RedriveAllowPolicy",
                "Tags");
        return queue;
    }

    private static @Nullable Redrive redrive(Section properties, QueueArns arns) {
        if (!properties.has("RedrivePolicy")) {
            return null;
        }
        var policy = properties.section("RedrivePolicy");
        var redrive =
                new Redrive(
                        arns.logicalId(policy, "deadLetterTargetArn"),
                        policy.number("maxReceiveCount", 0));
        if (redrive.maxReceiveCount() < 1) {
            policy.fault("maxReceiveCount", "has to be 1 or more");
        }
        policy.finish();
        return redrive;
    }
}
