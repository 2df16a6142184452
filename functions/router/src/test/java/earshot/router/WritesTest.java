package earshot.router;

import static earshot.router.Posts.customer;
import static earshot.router.Posts.message;
import static earshot.router.Posts.minute;
import static earshot.router.Posts.root;
import static earshot.router.Posts.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
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

/** What filing costs, in the table's own units: one for each KiB of an item written. */
@ExtendWith(LocalCloudExtension.class)
class WritesTest {
    private final LocalCloud cloud;
    private final RouterRig rig;

    WritesTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.rig = new RouterRig(cloud, MovableClock.at(minute(60)), Map.of());
    }

    @BeforeEach
    void empty() {
        cloud.reset();
    }

    @Test
    void aNewCaseCostsAnAddressAnEntryAndACase() {
        assertThat(writes(root("900_1", customer("7"), 0)))
                .extracting(CallTap.Write::key)
                .containsExactly("ADDRESS", "POST#900_1", "CASE#000001");
    }

    @Test
    void aPlainCaseWithItsIndexKeysIsWithinOneUnit() {
        assertThat(writes(root("900_1", customer("7"), 0)))
                .extracting(CallTap.Write::units)
                .containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void aFollowUpCostsAsMuch() {
        writes(message("m1", "7", customer("7"), 0));

        assertThat(writes(message("m2", "7", customer("7"), 1)))
                .extracting(CallTap.Write::key)
                .containsExactly("ADDRESS", "POST#m2", "CASE#000001");
    }

    @Test
    void aReplyCostsAsMuch() {
        writes(message("m1", "7", customer("7"), 0));

        assertThat(writes(message("m2", "7", us(), 1)))
                .extracting(CallTap.Write::key)
                .containsExactly("ADDRESS", "POST#m2", "CASE#000001");
    }

    @Test
    void aDuplicateCostsItsAddressAlone() {
        writes(message("m1", "7", customer("7"), 0));

        assertThat(writes(message("m1", "7", customer("7"), 0)))
                .extracting(CallTap.Write::key)
                .containsExactly("ADDRESS");
    }

    @Test
    void tenMessagesOfOneConversationInABatchCostOneCaseWrite() {
        var bodies =
                java.util.stream.IntStream.range(0, 10)
                        .mapToObj(i -> Wire.encode(message("m" + i, "7", customer("7"), i)))
                        .toList();
        var writes = CallTap.record(() -> rig.call(bodies)).writes();

        assertThat(writes).extracting(CallTap.Write::key).containsOnlyOnce("CASE#000001");
        assertThat(writes).hasSize(21);
    }

    private List<CallTap.Write> writes(Activity activity) {
        return CallTap.record(() -> rig.call(List.of(Wire.encode(activity)))).writes();
    }
}
