package earshot.domain.cases;

import earshot.domain.policy.Priority;
import earshot.domain.policy.Target;
import earshot.domain.post.Network;
import earshot.domain.post.Surface;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one recipient must be told, decided once and delivered at least once under one
 * key: case, cycle, target, step, recipient.
 *
 * @param step the ladder's name for it, or {@code corrected}
 * @param recipient such as {@code team:care} or {@code person:ann}
 * @param decidedAt the instant of the decision
 * @param why all that explains it
 */
public record Notice(
        CaseId caseId,
        String cycle,
        Target target,
        String step,
        String recipient,
        Instant decidedAt,
        Why why) {
    /** The step of a notice that takes a breach back. */
    public static final String CORRECTED = "corrected";

    /** The notice that takes this one back, the same for every step that was told. */
    public Notice corrected(Instant at) {
        var before = why;
        return new Notice(
                caseId,
                cycle,
                target,
                CORRECTED,
                recipient,
                at,
                new Why(
                        before.network(),
                        before.surface(),
                        before.account(),
                        before.customer(),
                        before.excerpt(),
                        before.permalink(),
                        before.priority(),
                        before.team(),
                        before.assignee(),
                        before.sla(),
                        before.policyVersion(),
                        before.calendar(),
                        before.startedAt(),
                        before.dueAt(),
                        at,
                        before.lag()));
    }

    /**
     * What a notice says and why it was sent.
     *
     * @param lag how late the post that started the cycle reached us
     * @param stepAt the instant that the step stands for
     */
    public record Why(
            Network network,
            Surface surface,
            String account,
            @Nullable String customer,
            @Nullable String excerpt,
            @Nullable String permalink,
            Priority priority,
            String team,
            @Nullable String assignee,
            String sla,
            int policyVersion,
            String calendar,
            Instant startedAt,
            Instant dueAt,
            Instant stepAt,
            Duration lag) {}
}
