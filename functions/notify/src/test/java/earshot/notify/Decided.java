package earshot.notify;

import earshot.casebook.Notices.StoredNotice;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.Notice;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Target;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Network;
import earshot.domain.post.Surface;
import earshot.queue.NoticeReference;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notices as the clock decides them. */
record Decided(
        String post,
        String recipient,
        String step,
        Instant dueAt,
        Duration lag,
        @Nullable String customer,
        @Nullable String excerpt) {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Due at noon, decided then. */
    static Decided of(String post) {
        return new Decided(
                post, "team:care", "due", NOON, Duration.ZERO, "Ann Lee", "Where is my bag?");
    }

    Decided to(String other) {
        return new Decided(post, other, step, dueAt, lag, customer, excerpt);
    }

    Decided step(String other) {
        return new Decided(post, recipient, other, dueAt, lag, customer, excerpt);
    }

    Decided dueAt(Instant other) {
        return new Decided(post, recipient, step, other, lag, customer, excerpt);
    }

    Decided lag(Duration other) {
        return new Decided(post, recipient, step, dueAt, other, customer, excerpt);
    }

    Decided said(@Nullable String who, @Nullable String what) {
        return new Decided(post, recipient, step, dueAt, lag, who, what);
    }

    Notice notice() {
        return new Notice(
                new CaseId(new ConversationKey("facebook:" + post), 1),
                post,
                Target.FIRST,
                step,
                recipient,
                NOON,
                new Notice.Why(
                        new Network("facebook"),
                        Surface.COMMENT,
                        "106",
                        customer,
                        excerpt,
                        "https://www.facebook.com/" + post,
                        Priority.NORMAL,
                        "care",
                        null,
                        "standard",
                        0,
                        "office",
                        dueAt.minus(Duration.ofHours(1)),
                        dueAt,
                        dueAt,
                        lag));
    }

    /** As the case table has it before it is sent. */
    StoredNotice kept() {
        var notice = notice();
        var sk = "NOTICE#000001#%s#first#%s#%s".formatted(post, step, recipient);
        return new StoredNotice(
                new NoticeReference("facebook:" + post, sk), notice, "decided", null, null);
    }
}
