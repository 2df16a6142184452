package earshot.notify;

import earshot.casebook.CaseTable;
import earshot.casebook.Notices.StoredNotice;
import earshot.domain.policy.Policies;
import earshot.domain.policy.Recipient;
import earshot.queue.NoticeReference;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Delivers the notices of one recipient: a few alone, the rest of their minute as lists. */
final class Round {
    private final CaseTable table;
    private final Policies policies;
    private final Channel channel;
    private final Announcements announcements;
    private final Clock clock;

    Round(
            CaseTable table,
            Policies policies,
            Channel channel,
            Announcements announcements,
            Clock clock) {
        this.table = table;
        this.policies = policies;
        this.channel = channel;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @return those that were not delivered, or not noted as delivered: they are to come again
     */
    List<NoticeReference> deliver(String recipient, List<StoredNotice> notices, Deadline deadline) {
        try {
            var zone = zone(recipient);
            int alone = table.recipients().take(recipient, notices.size(), clock.instant());
            List<NoticeReference> undelivered = new ArrayList<>();
            for (var letter : Letter.of(notices, alone)) {
                undelivered.addAll(deliver(recipient, letter, zone, deadline));
            }
            return undelivered;
        } catch (RuntimeException e) {
            Log.failed(recipient, e);
            return notices.stream().map(StoredNotice::key).toList();
        }
    }

    private ZoneId zone(String recipient) {
        return policies.current()
                .directory()
                .byId(recipient)
                .map(Recipient::zone)
                .orElse(ZoneOffset.UTC);
    }

    private List<NoticeReference> deliver(
            String recipient, Letter letter, ZoneId zone, Deadline deadline) {
        var keys = letter.notices().stream().map(StoredNotice::key).toList();
        try {
            var now = clock.instant();
            var text = new LetterText(zone, now);
            var outcome = channel.deliver(letter.id(), text.body(letter), now, deadline);
            Log.delivery(channel.name(), recipient, letter, outcome);
            return switch (outcome) {
                case Outcome.Refused _ -> keys;
                case Outcome.Delivered _ -> {
                    // Before it is noted as sent: what was not announced comes again.
                    announcements.send(letter.notices().stream().map(text::announcement).toList());
                    yield keys.stream().filter(key -> !note(key)).toList();
                }
            };
        } catch (RuntimeException e) {
            Log.failed(recipient, e);
            return keys;
        }
    }

    private boolean note(NoticeReference key) {
        try {
            table.notices().sent(key, channel.name(), clock.instant());
            return true;
        } catch (RuntimeException e) {
            Log.failed(Letter.key(key), e);
            return false;
        }
    }
}
