package earshot.local.run;

import earshot.json.Json;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The event in which Lambda hands messages of one queue to a function. */
record SqsEvent(String queueName) {
    String write(List<Message> batch) {
        return Json.object()
                .withItems("Records", batch.stream().map(this::message).toList())
                .write();
    }

    static Set<String> ids(List<Message> batch) {
        var ids = new LinkedHashSet<String>();
        batch.forEach(message -> ids.add(message.messageId()));
        return ids;
    }

    private Json message(Message message) {
        var system = Json.object();
        message.attributesAsStrings().forEach((name, value) -> system.with(name, value));
        var attributes = Json.object();
        message.messageAttributes()
                .forEach((name, value) -> attributes.with(name, attribute(value)));
        return Json.object()
                .with("messageId", message.messageId())
                .with("receiptHandle", message.receiptHandle())
                .with("body", message.body())
                .with("attributes", system.build())
                .with("messageAttributes", attributes.build())
                .with("md5OfBody", message.md5OfBody())
                .with("eventSource", "aws:sqs")
                .with("eventSourceARN", Arn.of("sqs", queueName))
                .with("awsRegion", EmbeddedServers.REGION)
                .build();
    }

    private static Json attribute(MessageAttributeValue value) {
        var attribute = Json.object().with("stringValue", value.stringValue());
        if (value.binaryValue() != null) {
            var bytes = value.binaryValue().asByteArray();
            attribute.with("binaryValue", Base64.getEncoder().encodeToString(bytes));
        }
        return attribute.with("dataType", value.dataType()).build();
    }
}
