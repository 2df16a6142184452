package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static earshot.domain.cases.Told.customer;
import static earshot.domain.cases.Told.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.policy.Priority;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ordered entries, and what a fold asks of them. */
class TimelineTest {
    private final PolicyShelf policies = PolicyShelf.ordinary();

    @Test
    void entriesStandInTheTotalOrderHoweverTheyCame() {
        var timeline =
                of(us("r").at(5), customer("b").at(5), customer("a").at(5), customer("c").at(1));
        assertThat(names(timeline)).containsExactly("c", "a", "b", "r");
        assertThat(timeline.frontier()).isEqualTo(new PostOrder(minute(5), true, "r"));
        var turned = new java.util.ArrayList<>(timeline.entries());
        Collections.reverse(turned);
        assertThat(new Timeline(turned)).isEqualTo(timeline);
    }

    @Test
    void theSubjectIsWhatNoRuleIgnoredElseWhatTheyIgnored() {
        var spam = customer("a").at(0).saying("SPAM");
        var heard = customer("b").at(1).saying("FYI");
        assertThat(names(of(spam, heard, us("r").at(2)).subject())).containsExactly("b");
        assertThat(names(of(spam, us("r").at(2)).subject())).containsExactly("a");
    }

    @Test
    void whatIsTooOldWhenItIsBroughtInIsNoCustomersPost() {
        var old = customer("a").at(0).heard(25 * 60).backfilled();
        assertThat(names(of(old, customer("b").at(1)).customers())).containsExactly("b");
        assertThat(of(old).subject().isEmpty()).isTrue();
    }

    @Test
    void aCaseIsFoldedFromWhatIsBeyondItsStartAndFromWhatCameLate() {
        var all = of(customer("a").at(0), customer("b").at(1), customer("c").at(2));
        var after = all.entries().get(1).order();
        assertThat(names(all.beyond(after, List.of()))).containsExactly("c");
        assertThat(names(all.beyond(after, List.of(Told.id("a"))))).containsExactly("a", "c");
        assertThat(all.beyond(null, List.of())).isEqualTo(all);
    }

    @Test
    void aResolveHadSeenAsManyPostsBehindItsFrontierAsItCountedTheFirstReceived() {
        var all =
                of(
                        customer("a").at(0).heard(9),
                        customer("b").at(1),
                        us("r").at(2),
                        customer("c").at(3));
        var frontier = all.entries().get(2).order();
        assertThat(names(all.unseenBy(resolve(frontier, 1), List.of()))).containsExactly("a", "c");
        assertThat(names(all.unseenBy(resolve(frontier, 2), List.of()))).containsExactly("c");
        assertThat(names(all.unseenBy(resolve(frontier, 3), List.of()))).containsExactly("c");
    }

    @Test
    void whatAResolveReopenedByAPersonHearsOfUsIsWhatCameAfterTheReopening() {
        var all = of(customer("a").at(0), us("r").at(1), us("s").at(5), us("t").at(10));
        var frontier = all.entries().get(1).order();
        var resolve = resolve(frontier, 1);
        assertThat(names(all.repliesAfter(resolve))).containsExactly("s", "t");
        assertThat(
                        names(
                                all.repliesAfter(
                                        resolve(
                                                frontier,
                                                1,
                                                new Case.Reopening("x", minute(5), "ann")))))
                .containsExactly("t");
    }

    @Test
    void theHighestPriorityIsReachedByAnyPost() {
        assertThat(of().reached()).isEqualTo(Priority.LOW);
        assertThat(of(customer("a").saying("URGENT"), customer("b").at(1)).reached())
                .isEqualTo(Priority.URGENT);
    }

    @Test
    void onlyWhoAnswersIsAnAnswer() {
        assertThat(of(us("r").at(1), Told.bot("u").at(2), Told.agent("t").at(3)).answers())
                .containsExactly(minute(1), minute(3));
    }

    private Timeline of(Told... told) {
        return new Timeline(Arrays.stream(told).map(t -> t.entry(policies)).toList());
    }

    private static List<String> names(Timeline timeline) {
        return timeline.entries().stream().map(e -> e.id().value()).toList();
    }

    private static Case.Resolve resolve(PostOrder frontier, int folded) {
        return resolve(frontier, folded, null);
    }

    private static Case.Resolve resolve(
            PostOrder frontier, int folded, Case.@Nullable Reopening reopened) {
        return new Case.Resolve(minute(4), "ann", "done", frontier, folded, 0, reopened);
    }
}
