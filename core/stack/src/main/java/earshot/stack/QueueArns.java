package earshot.stack;

import java.util.Map;

/**
 * Which queue an ARN means, since triggers and redrive policies name queues by their ARN.
 *
 * @param byArn logical ids
 */
record QueueArns(Map<String, String> byArn) {
    QueueArns {
        byArn = Map.copyOf(byArn);
    }

    /** The queue of the ARN in this property; the empty text, and a fault, for any other ARN. */
    String logicalId(Section section, String property) {
        var arn = section.text(property);
        var logicalId = byArn.get(arn);
        if (logicalId == null) {
            // An empty one has its fault already.
            section.fault(property, "is the ARN of no queue in this template: " + arn);
            return "";
        }
        return logicalId;
    }
}
