package earshot.router;

import static earshot.router.Posts.customer;
import static earshot.router.Posts.message;
import static earshot.router.Posts.minute;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.ConversationKey;
import earshot.queue.Wire;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCloudExtension.class)
class StormTest {
    private static final int MESSAGES = 1_000;

    /** As many as the template lets run at once on this queue, and more. */
    private static final int AT_ONCE = 8;

    private final RouterRig rig;

    StormTest(LocalCloud cloud) {
        this.rig = new RouterRig(cloud, MovableClock.at(minute(60)), Map.of());
    }

    @Test
    void aThousandFirstMessagesAtOnceAreOneCaseAndTheSameAgainChangesNothing() throws Exception {
        deliverAll();
        var conversation = new ConversationKey("facebook:900/7");
        var only = rig.only(conversation.value());
        assertThat(only.summary().postCount()).isEqualTo(MESSAGES);
        assertThat(rig.table().entries().of(conversation)).hasSize(MESSAGES);

        deliverAll();
        deliverAll();

        assertThat(rig.only(conversation.value())).isEqualTo(only);
        assertThat(rig.table().entries().of(conversation)).hasSize(MESSAGES);
        assertThat(rig.drain("QuarantineQueue")).isEmpty();
    }

    /** What fails comes again, as from the queue; ten failures would be the dead letters. */
    private void deliverAll() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var calls = new ArrayList<Future<Integer>>();
            for (int batch = 0; batch < MESSAGES / 10; batch++) {
                var bodies = bodies(batch);
                calls.add(threads.submit(() -> receives(bodies)));
            }
            for (var call : calls) {
                assertThat(call.get()).as("receives of one message").isLessThan(10);
            }
        }
    }

    private int receives(List<String> bodies) {
        var left = bodies;
        int receives = 0;
        while (!left.isEmpty() && receives < 10) {
            var failed = rig.call(left);
            var sent = left;
            left = failed.stream().map(id -> sent.get(Integer.parseInt(id.substring(1)))).toList();
            receives++;
        }
        return receives;
    }

    private static List<String> bodies(int batch) {
        var bodies = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            bodies.add(Wire.encode(message("m" + (batch * 10 + i), "7", customer("7"), 0)));
        }
        return bodies;
    }
}
