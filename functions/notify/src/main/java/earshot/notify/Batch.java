package earshot.notify;

import earshot.casebook.Notices;
import earshot.casebook.Notices.StoredNotice;
import earshot.queue.NoticeReference;
import earshot.queue.SqsMessage;
import earshot.queue.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a batch of messages asks for, each notice once however many messages name it.
 *
 * @param asked which messages name a notice
 * @param byRecipient the notices that are there, may be told now and were not yet
 * @param unread messages that could not be read, or whose notice could not
 */
record Batch(
        Map<NoticeReference, List<SqsMessage>> asked,
        Map<String, List<StoredNotice>> byRecipient,
        List<SqsMessage> unread) {

    static Batch read(List<SqsMessage> messages, Notices notices, Gate gate) {
        var batch = new Batch(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        for (var message : messages) {
            try {
                batch.ask(Wire.notice(message.body()), message);
            } catch (RuntimeException e) {
                // It ends in the dead letters, where somebody can look at it.
                Log.failed(message, e);
                batch.unread.add(message);
            }
        }
        batch.asked.keySet().forEach(reference -> batch.find(reference, notices, gate));
        return batch;
    }

    /** The messages that are to come again when this notice is not delivered. */
    Stream<SqsMessage> askedBy(NoticeReference reference) {
        return asked.getOrDefault(reference, List.of()).stream();
    }

    private void ask(NoticeReference reference, SqsMessage message) {
        asked.computeIfAbsent(reference, _ -> new ArrayList<>()).add(message);
    }

    private void find(NoticeReference reference, Notices notices, Gate gate) {
        try {
            notices.find(reference)
                    .ifPresentOrElse(kept -> take(kept, gate), () -> Log.absent(reference));
        } catch (RuntimeException e) {
            askedBy(reference)
                    .forEach(
                            message -> {
                                Log.failed(message, e);
                                unread.add(message);
                            });
        }
    }

    private void take(StoredNotice notice, Gate gate) {
        if (notice.isDone()) {
            Log.known(notice.key());
        } else if (gate.passes(notice)) {
            byRecipient
                    .computeIfAbsent(notice.notice().recipient(), _ -> new ArrayList<>())
                    .add(notice);
        }
    }
}
