package earshot.stack;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Creates queues. */
record Queues(SqsClient sqs) {
    /**
     * Creates each queue unless it is there, and sets it as the template says.
     *
     * @param attributes where to put what {@code Ref} and {@code Fn::GetAtt} give for each
     * @return the URLs, by logical id
     */
    Map<String, String> create(
            List<QueueResource> queues, Map<String, Map<String, String>> attributes) {
        var urls = new LinkedHashMap<String, String>();
        var arns = new LinkedHashMap<String, String>();
        for (var queue : queues) {
            var url = url(queue.name());
            var arn = arn(url);
            urls.put(queue.logicalId(), url);
            arns.put(queue.logicalId(), arn);
            attributes.put(
                    queue.logicalId(),
                    Map.of(
                            Attributes.REF,
                            url,
                            "QueueUrl",
                            url,
                            "QueueName",
                            queue.name(),
                            "Arn",
                            arn));
        }
        // Only now, since a queue may come before its dead letters.
        for (var queue : queues) {
            set(queue, urls, arns);
        }
        return urls;
    }

    private String url(String name) {
        try {
            return sqs.getQueueUrl(it -> it.queueName(name)).queueUrl();
        } catch (QueueDoesNotExistException e) {
            return sqs.createQueue(it -> it.queueName(name)).queueUrl();
        }
    }

    private String arn(String url) {
        return sqs.getQueueAttributes(
                        it -> it.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }

    private void set(QueueResource queue, Map<String, String> urls, Map<String, String> arns) {
        var settings = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
        settings.put(QueueAttributeName.VISIBILITY_TIMEOUT, seconds(queue.visibility()));
        settings.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, seconds(queue.retention()));
        settings.put(QueueAttributeName.DELAY_SECONDS, seconds(queue.delay()));
        var redrive = queue.redrive();
        if (redrive != null) {
            settings.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                            .formatted(
                                    arns.get(redrive.deadLetterLogicalId()),
                                    redrive.maxReceiveCount()));
        }
        sqs.setQueueAttributes(it -> it.queueUrl(urls.get(queue.logicalId())).attributes(settings));
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
