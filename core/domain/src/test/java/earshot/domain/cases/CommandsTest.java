package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static earshot.domain.cases.Told.customer;
import static earshot.domain.cases.Told.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Command.Request;
import earshot.domain.policy.Policies;
import earshot.domain.policy.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {
    private final Policies policies = PolicyShelf.ordinary();

    static List<Request> orders() {
        return List.of(
                new Request.Resolve("done"),
                new Request.Resolve(null),
                new Request.Reopen(),
                new Request.Assign("ann", "gold"),
                new Request.Assign(null, null),
                new Request.Prioritize(Priority.URGENT),
                new Request.Prioritize(null),
                new Request.Acknowledge(),
                new Request.Snooze(minute(500)),
                new Request.Snooze(minute(-1)),
                new Request.Note("called back"),
                new Request.Tag("vip", false),
                new Request.Tag("vip", true));
    }

    @Test
    void tagsAreSortedEachOnceAndTakenAway() {
        var before = new Story().hear(customer("a").at(0)).now();
        var tagged = before;
        for (var tag : List.of("vip", "fair", "vip")) {
            tagged = tagged(tagged, new Request.Tag(tag, false));
        }
        assertThat(tagged.desk().tags()).containsExactly("fair", "vip");
        assertThat(tagged(tagged, new Request.Assign("ann", null)).desk().tags()).hasSize(2);
        assertThat(tagged(tagged, new Request.Tag("fair", true)).desk().tags())
                .containsExactly("vip");
    }

    @Test
    void noCaseHasMoreThanTwentyTags() {
        var of = new Story().hear(customer("a").at(0)).now();
        for (int i = 0; i < 25; i++) {
            of = tagged(of, new Request.Tag("t" + i, false));
        }
        assertThat(of.desk().tags()).hasSize(20);
    }

    private Case tagged(Case before, Request order) {
        var command = new Command("c", before.id(), minute(70), "ann", null, order);
        return new Commands(policies, minute(70)).apply(before, command);
    }

    static List<Story> states() {
        return List.of(
                new Story().hear(customer("a").at(0)),
                new Story().hear(customer("a").at(0), us("r").at(1)),
                new Story().hear(customer("a").at(0)).order(2, new Request.Resolve(null)),
                new Story().hear(customer("a").at(0)).order(2, new Request.Snooze(minute(50))),
                new Story().hear(customer("a").at(0).saying("SPAM")),
                new Story().hear(customer("a").at(0)).hear(Told.deleted("a", 1)),
                new Story().hear(customer("a").at(0)).passUntil(61));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderLeavesExactlyOneActionUnderItsOwnName(Request order) {
        for (var state : states()) {
            var before = state.now();
            var command = new Command("c-1", before.id(), minute(70), "ann", null, order);
            var after = new Commands(policies, minute(70)).apply(before, command);
            var actions =
                    after.pending().stream().filter(Pending.Action.class::isInstance).toList();
            assertThat(actions).hasSize(1);
            var action = (Pending.Action) actions.getFirst();
            assertThat(action.cause()).isEqualTo("c-1");
            assertThat(action.at()).isEqualTo(minute(70));
            assertThat(action.by()).isEqualTo("ann");
            assertThat(after.version()).isEqualTo(before.version() + 1);
            assertThat(after.stepKey()).isNotNull().isBeforeOrEqualTo(minute(70));
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anOrderAndARefoldOfTheSamePostsAgree(Request order) {
        for (var state : states()) {
            state.order(70, order);
            var again = new CaseFolding(policies, minute(71)).refold(state.now(), state.timeline());
            assertThat(again).isEqualTo(state.now());
        }
    }

    @Test
    void anOrderFromTheFutureIsCarriedOutNow() {
        var story = new Story().hear(customer("a").at(0));
        var command =
                new Command(
                        "c", story.now().id(), minute(99), "ann", null, new Request.Acknowledge());
        var after = new Commands(policies, minute(10.00001)).apply(story.now(), command);
        var clock = java.util.Objects.requireNonNull(after.response());
        assertThat(clock.acknowledged())
                .isEqualTo(new WaitCycle.Acknowledgement("ann", minute(10).plusMillis(1)));
    }

    @Test
    void whatAPersonAssignsStandsUntilItIsTakenAway() {
        var story = new Story().hear(customer("a").at(0));
        story.order(1, new Request.Assign("ann", "gold")).hear(customer("b").at(2), us("r").at(3));
        assertThat(story.now().team()).isEqualTo("gold");
        assertThat(story.now().desk().assignee()).isEqualTo("ann");
        story.order(4, new Request.Assign(null, null));
        assertThat(story.now().team()).isEqualTo("care");
    }
}
