package earshot.router;

import earshot.casebook.CaseTable;
import earshot.casebook.Outbox;
import earshot.domain.cases.Case;
import earshot.domain.cases.Command;
import earshot.domain.cases.Commands;
import earshot.domain.cases.Pending;
import earshot.domain.policy.Policies;
import java.time.Clock;

/** Applies commands to cases, each once. */
final class Commanding {
    private final CaseTable table;
    private final Policies policies;
    private final Outbox outbox;
    private final Clock clock;

    Commanding(CaseTable table, Policies policies, Outbox outbox, Clock clock) {
        this.table = table;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What came of a command. */
    enum Outcome {
        DONE,
        /** It had been applied before. */
        AGAIN,
        /** There is no such case. */
        NO_CASE,
        /** Another write came first: to be tried again. */
        LOST
    }

    /** Tries once. */
    Outcome apply(Command command) {
        var found = table.cases().find(command.caseId());
        if (found.isEmpty()) {
            return Outcome.NO_CASE;
        }
        var before = found.get();
        if (isPending(before, command)) {
            outbox.settle(before);
            return Outcome.AGAIN;
        }
        if (table.cases().hasAction(command.caseId(), command.at(), command.id())) {
            return Outcome.AGAIN;
        }
        var after = new Commands(policies, clock.instant()).apply(before, command);
        if (!table.cases().write(after)) {
            return Outcome.LOST;
        }
        outbox.settle(after);
        return Outcome.DONE;
    }

    private static boolean isPending(Case of, Command command) {
        return of.pending().stream()
                .anyMatch(p -> p instanceof Pending.Action a && a.cause().equals(command.id()));
    }
}
