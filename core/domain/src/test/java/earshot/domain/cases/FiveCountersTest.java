package earshot.domain.cases;

import static earshot.domain.cases.Told.customer;
import static earshot.domain.cases.Told.us;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The worked example of the package's tour, row by row. */
class FiveCountersTest {
    private static final int DAY = 24 * 60;

    private final Story story = new Story();

    @Test
    void eachRowOfTheTourIsTrue() {
        story.hear(customer("a").at(0));
        assertThat(row()).isEqualTo(new Row(1, "a", 1, null, 0, List.of()));
        story.hear(us("r").at(10));
        assertThat(row()).isEqualTo(new Row(1, "r", 1, null, 0, List.of()));
        story.hear(customer("b").at(20));
        assertThat(row()).isEqualTo(new Row(1, "b", 2, null, 0, List.of()));
        story.order(25, new Command.Request.Resolve(null));
        assertThat(row()).isEqualTo(new Row(1, "b", 2, null, 0, List.of()));
        var resolve = java.util.Objects.requireNonNull(story.now().resolve());
        assertThat(resolve.frontier().postId()).isEqualTo("b");
        assertThat(resolve.folded()).isEqualTo(2);
        story.hear(customer("c").at(9 * DAY));
        assertThat(row()).isEqualTo(new Row(2, "c", 1, "b", 2, List.of()));
        story.hear(customer("z").at(5).heard(9 * DAY + 1));
        assertThat(row()).isEqualTo(new Row(2, "c", 2, "b", 2, List.of("z")));
    }

    @Test
    void wereThereAThirdPostBehindTheResolveTheLastReceivedWouldReopenTheCase() {
        story.hear(customer("a").at(0), us("r").at(10), customer("b").at(20));
        story.order(25, new Command.Request.Resolve(null));
        story.hear(customer("z").at(5).heard(26));
        assertThat(story.now().id().number()).isEqualTo(1);
        assertThat(story.now().progress().folded()).isEqualTo(3);
        assertThat(story.now().cycles()).extracting(WaitCycle::name).contains("z");
    }

    private Row row() {
        var now = story.now();
        var progress = now.progress();
        var after = progress.after();
        return new Row(
                now.id().number(),
                progress.frontier().postId(),
                progress.folded(),
                after == null ? null : after.postId(),
                progress.accounted(),
                now.late().stream().map(id -> id.value()).toList());
    }

    private record Row(
            int number,
            String frontier,
            int folded,
            @Nullable String after,
            int accounted,
            List<String> late) {}
}
