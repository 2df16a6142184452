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
        var logicalId = byArn.getOrDefault(arn, "");
        // An ARN that could not be evaluated is empty, and has its fault already.
        if (logicalId.isEmpty() && !arn.isEmpty()) {
            section.fault(property, "is the ARN of no queue in this template: " + arn);
        }
        return logicalId;
    }
}
