package earshot.router;

import static earshot.router.Posts.comment;
import static earshot.router.Posts.customer;
import static earshot.router.Posts.minute;
import static earshot.router.Posts.root;
import static earshot.router.Posts.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Command;
import earshot.domain.cases.Status;
import earshot.domain.post.Activity;
import earshot.domain.post.ConversationKey;
import earshot.queue.Wire;
import earshot.testkit.CallTap;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A router that is stopped between any two of its calls has lost nothing once the queue repeats.
 */
@ExtendWith(LocalCloudExtension.class)
class StoppedAnywhereTest {
    private static final String POST = "facebook:900_1";

    private final LocalCloud cloud;
    private final RouterRig rig;

    StoppedAnywhereTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.rig = new RouterRig(cloud, MovableClock.at(minute(60)), Map.of());
    }

    @BeforeEach
    void empty() {
        cloud.reset();
    }

    @Test
    void aFirstPostIsFiledOnceWhereverTheRouterStops() {
        var post = root("900_1", customer("7"), 0);
        stopEverywhere(
                () -> {},
                post,
                () -> {
                    var only = rig.only(POST);
                    assertThat(only.summary().postCount()).isEqualTo(1);
                    assertThat(only.progress().folded()).isEqualTo(1);
                });
    }

    @Test
    void aReplyStopsTheClockWhereverTheRouterStops() {
        stopEverywhere(
                () -> rig.deliver(List.of(root("900_1", customer("7"), 0))),
                comment("1_2", "900_1", us(), 5),
                () -> assertThat(rig.only(POST).status()).isEqualTo(Status.ANSWERED));
    }

    @Test
    void aCommandLeavesOneActionWhereverTheRouterStops() {
        for (int calls = 0, ended = 0; ended == 0; calls++) {
            cloud.reset();
            rig.deliver(List.of(root("900_1", customer("7"), 0)));
            var command =
                    new Command(
                            "c-1",
                            rig.only(POST).id(),
                            minute(10),
                            "ann",
                            null,
                            new Command.Request.Resolve(null));
            ended = CallTap.endsWithin(calls, () -> rig.command(command)) ? 1 : 0;
            rig.command(command);

            assertThat(rig.only(POST).status()).isEqualTo(Status.RESOLVED);
            assertThat(rig.only(POST).pending()).isEmpty();
            assertThat(rig.table().cases().actions(new ConversationKey(POST))).hasSize(1);
        }
    }

    private void stopEverywhere(Runnable before, Activity activity, Runnable holds) {
        boolean ended = false;
        for (int calls = 0; !ended; calls++) {
            cloud.reset();
            before.run();
            ended = CallTap.endsWithin(calls, () -> rig.call(List.of(Wire.encode(activity))));
            rig.deliver(List.of(activity));
            holds.run();
        }
    }
}
