package earshot.local.doctor;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import earshot.local.stack.Finding;
import earshot.local.stack.Site;
import earshot.local.text.UserFault;
import earshot.stack.QueueResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Whether every queue answers, and that nothing lies where people have to look. */
record QueueCheck() implements Check {
    private static final String QUARANTINE = "QuarantineQueue";

    @Override
    public String title() {
        return "queues";
    }

    @Override
    public List<Finding> look(Site site) {
        var queues = site.template().queues();
        var deadLetters =
                queues.stream()
                        .map(QueueResource::redrive)
                        .filter(redrive -> redrive != null)
                        .map(redrive -> redrive.deadLetterLogicalId())
                        .collect(Collectors.toSet());
        return queues.stream().map(queue -> look(site, queue, deadLetters)).toList();
    }

    private static Finding look(Site site, QueueResource queue, Set<String> deadLetters) {
        var what = "queue " + queue.name();
        try {
            var counts = counts(site, queue);
            int lying = counts.getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES, 0);
            if (deadLetters.contains(queue.logicalId())) {
                return empty(what, lying, "See docs/operations.md, Alarms: then redrive them.");
            }
            return queue.logicalId().equals(QUARANTINE)
                    ? empty(what, lying, "See docs/operations.md, Quarantine.")
                    : Finding.ok(what, sentence(counts));
        } catch (UserFault e) {
            return Finding.fault(
                    what, String.valueOf(e.getMessage()), "Deploy this version of the template.");
        }
    }

    private static Map<QueueAttributeName, Integer> counts(Site site, QueueResource queue) {
        var url = site.queue(queue.logicalId());
        return site
                .sqs()
                .getQueueAttributes(
                        it ->
                                it.queueUrl(url)
                                        .attributeNames(
                                                APPROXIMATE_NUMBER_OF_MESSAGES,
                                                APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                                                APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, it -> Integer.parseInt(it.getValue())));
    }

    private static Finding empty(String what, int lying, String mend) {
        return lying == 0
                ? Finding.ok(what, "empty")
                : Finding.fault(
                        what,
                        lying == 1 ? "1 message lies there" : lying + " messages lie there",
                        mend);
    }

    private static String sentence(Map<QueueAttributeName, Integer> counts) {
        return "%d waiting, %d under way, %d delayed"
                .formatted(
                        counts.getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES, 0),
                        counts.getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, 0),
                        counts.getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, 0));
    }
}
