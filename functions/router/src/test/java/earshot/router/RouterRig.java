package earshot.router;

import earshot.casebook.CaseTable;
import earshot.casebook.CommandText;
import earshot.domain.cases.Case;
import earshot.domain.cases.Command;
import earshot.domain.post.Activity;
import earshot.domain.post.ConversationKey;
import earshot.queue.Wire;
import earshot.testkit.LambdaSqs;
import earshot.testkit.LocalCloud;
import earshot.testkit.MovableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The router as Lambda calls it, on a clock that stands; what it delays is delivered by hand. */
final class RouterRig {
    private final LocalCloud cloud;
    private final RouterFunction router;
    private final CaseTable table;

    RouterRig(LocalCloud cloud, MovableClock clock, Map<String, String> more) {
        this.cloud = cloud;
        var environment = new HashMap<>(cloud.environment());
        environment.put("EARSHOT_PARENT_WAIT_SECONDS", "0");
        environment.putAll(more);
        this.router = new RouterFunction(environment, clock);
        this.table = new CaseTable(cloud.dynamoDb(), cloud.table());
    }

    CaseTable table() {
        return table;
    }

    /** Hands over a batch; returns the ids of the messages that are to come again. */
    List<String> call(List<String> bodies) {
        var out = new ByteArrayOutputStream();
        try {
            router.handle(LambdaSqs.event(bodies), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LambdaSqs.failures(out.toByteArray());
    }

    /** Each activity in a call of its own, then what waited for a parent. */
    void deliver(List<Activity> activities) {
        activities.forEach(activity -> call(List.of(Wire.encode(activity))));
        deliverDelayed();
    }

    /** Takes what the router has put back into the queue and hands it over, until none is left. */
    void deliverDelayed() {
        for (var bodies = drain("PostsQueue"); !bodies.isEmpty(); bodies = drain("PostsQueue")) {
            bodies.forEach(body -> call(List.of(body)));
        }
    }

    void command(Command command) {
        call(List.of(CommandText.write(command)));
    }

    /** All bodies in a queue, which is empty afterwards. */
    List<String> drain(String queue) {
        return cloud.drain(queue);
    }

    List<Case> cases(String conversation) {
        return table.cases().of(new ConversationKey(conversation));
    }

    Case only(String conversation) {
        var cases = cases(conversation);
        if (cases.size() != 1) {
            throw new AssertionError(cases.size() + " cases in " + conversation);
        }
        return cases.getFirst();
    }
}
