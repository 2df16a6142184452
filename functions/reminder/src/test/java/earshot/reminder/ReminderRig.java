package earshot.reminder;

import earshot.casebook.CaseTable;
import earshot.casebook.Notices;
import earshot.domain.Timestamp;
import earshot.domain.cases.Case;
import earshot.domain.cases.Conversation;
import earshot.domain.cases.Entry;
import earshot.domain.cases.Timeline;
import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.queue.ClockMessage;
import earshot.queue.Wire;
import earshot.testkit.LambdaSqs;
import earshot.testkit.LocalCloud;
import earshot.testkit.MovableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The reminder as Lambda calls it, over one chat that somebody waits in. */
final class ReminderRig {
    static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    static final ConversationKey CHAT = new ConversationKey("facebook:900/7");

    /** Due after 10 min; told at half of it, when due, and twice after it. */
    private static final String POLICY =
            """
            zone: UTC
            accounts: [{network: facebook, account: "900", team: care}]
            teams: {care: {name: Care, lead: lea}, triage: {name: Triage}}
            people: {lea: {name: Lea, teams: [care]}}
            fallback: team:triage
            calendars: {always: {week: {mon-sun: 00:00-24:00}}}
            ladders:
              steps:
                - {at: 50 %, to: team}
                - {at: due, to: team}
                - {at: due + 5 min, to: [team, lead]}
                - {every: 10 min, atMost: 1, to: lead}
            slas:
              ten:
                calendar: always
                ladder: steps
                goals:
                  urgent: {first: 10 min, next: 10 min}
                  high: {first: 10 min, next: 10 min}
                  normal: {first: 10 min, next: 10 min}
                  low: {first: 10 min, next: 10 min}
            sla: ten
            """;

    private final LocalCloud cloud;
    private final MovableClock clock;
    private final CaseTable table;
    private ReminderFunction reminder;

    ReminderRig(LocalCloud cloud) {
        this.cloud = cloud;
        this.clock = MovableClock.at(NOON);
        this.table = new CaseTable(cloud.dynamoDb(), cloud.table());
        this.reminder = new ReminderFunction(cloud.environment(), clock);
    }

    /** An empty table but for the policy, at noon. */
    void begin() {
        cloud.reset();
        clock.moveTo(NOON);
        table.policies(clock).push(POLICY, "test");
        reminder = new ReminderFunction(cloud.environment(), clock);
    }

    static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    void moveTo(Instant instant) {
        clock.moveTo(instant);
    }

    /** Files a message of the chat, and folds it into its case as the router would. */
    void says(String id, Author author, Instant at) {
        var policies = table.policies(clock);
        var policy = policies.current();
        var post =
                new Post(
                        new PostId(new Network("facebook"), id),
                        "900",
                        Surface.DIRECT,
                        new Placement.Direct("900", "7"),
                        author,
                        Moment.of(at, at),
                        "Words of " + id,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        false,
                        false);
        var side = policy.sideOf(author, post.text());
        var entry = Entry.of(post, side, policy.rule(post, side));
        var filed = table.entries().file(CHAT, entry, List.<Activity>of());
        var folded =
                new Conversation(CHAT, policies, clock.instant())
                        .next(
                                table.cases().newest(CHAT).orElse(null),
                                List.of(new Conversation.Touched(filed.entry(), filed.isNew())),
                                () -> new Timeline(table.entries().of(CHAT)))
                        .decided()
                        .orElseThrow();
        if (!table.cases().write(folded)) {
            throw new AssertionError("nobody else writes here");
        }
    }

    void customerSays(String id, Instant at) {
        says(id, new Author.Customer("7", null, "Ida", null), at);
    }

    void weSay(String id, Instant at) {
        says(id, new Author.Ourselves("900", "Our page", null), at);
    }

    Case chat() {
        return table.cases().newest(CHAT).orElseThrow();
    }

    List<Notices.StoredNotice> notices() {
        return table.notices().of(CHAT);
    }

    CaseTable table() {
        return table;
    }

    /** The message that is on its way for the step that the case shows now. */
    ClockMessage next() {
        var shown = chat();
        return new ClockMessage(shown.id(), Timestamp.of(Objects.requireNonNull(shown.stepKey())));
    }

    /** Rings; returns the ids of the messages that are to come again. */
    List<String> ring(ClockMessage message) {
        var out = new ByteArrayOutputStream();
        try {
            reminder.handle(LambdaSqs.event(List.of(Wire.encode(message))), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LambdaSqs.failures(out.toByteArray());
    }

    /** Rings for whatever the case shows until nothing more is due by now. */
    void ringAllDue() {
        while (chat().stepKey() != null && !chat().stepKey().isAfter(clock.instant())) {
            ring(next());
        }
    }

    /** All bodies in a queue, which is empty afterwards. */
    List<String> drain(String queue) {
        return cloud.drain(queue);
    }
}
