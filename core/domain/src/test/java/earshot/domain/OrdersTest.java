package earshot.domain;

import static earshot.domain.Minutes.minute;
import static earshot.domain.Told.customer;
import static earshot.domain.Told.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.Command.Order;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrdersTest {
    private final Policies policies = PolicyShelf.ordinary();

    static List<Order> orders() {
        return List.of(
                new Order.Resolve("done"),
                new Order.Resolve(null),
                new Order.Reopen(),
                new Order.Assign("ann", "gold"),
                new Order.Assign(null, null),
                new Order.Prioritize(Priority.URGENT),
                new Order.Prioritize(null),
                new Order.Acknowledge(),
                new Order.Snooze(minute(500)),
                new Order.Snooze(minute(-1)),
                new Order.Note("called back"),
                new Order.Tag("vip", false),
                new Order.Tag("vip", true));
    }

    @Test
    void tagsAreSortedEachOnceAndTakenAway() {
        var before = new Story().hear(customer("a").at(0)).now();
        var tagged = before;
        for (var tag : List.of("vip", "fair", "vip")) {
            tagged = tagged(tagged, new Order.Tag(tag, false));
        }
        assertThat(tagged.desk().tags()).containsExactly("fair", "vip");
        assertThat(tagged(tagged, new Order.Assign("ann", null)).desk().tags()).hasSize(2);
        assertThat(tagged(tagged, new Order.Tag("fair", true)).desk().tags())
                .containsExactly("vip");
    }

    @Test
    void noCaseHasMoreThanTwentyTags() {
        var of = new Story().hear(customer("a").at(0)).now();
        for (int i = 0; i < 25; i++) {
            of = tagged(of, new Order.Tag("t" + i, false));
        }
        assertThat(of.desk().tags()).hasSize(20);
    }

    private Case tagged(Case before, Order order) {
        var command = new Command("c", before.id(), minute(70), "ann", null, order);
        return new Orders(policies, minute(70)).apply(before, command);
    }

    static List<Story> states() {
        return List.of(
                new Story().hear(customer("a").at(0)),
                new Story().hear(customer("a").at(0), us("r").at(1)),
                new Story().hear(customer("a").at(0)).order(2, new Order.Resolve(null)),
                new Story().hear(customer("a").at(0)).order(2, new Order.Snooze(minute(50))),
                new Story().hear(customer("a").at(0).saying("SPAM")),
                new Story().hear(customer("a").at(0)).hear(Told.deleted("a", 1)),
                new Story().hear(customer("a").at(0)).passUntil(61));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderLeavesExactlyOneActionUnderItsOwnName(Order order) {
        for (var state : states()) {
            var before = state.now();
            var command = new Command("c-1", before.id(), minute(70), "ann", null, order);
            var after = new Orders(policies, minute(70)).apply(before, command);
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
    void anOrderAndARefoldOfTheSamePostsAgree(Order order) {
        for (var state : states()) {
            state.order(70, order);
            var again = new CaseFold(policies, minute(71)).refold(state.now(), state.timeline());
            assertThat(again).isEqualTo(state.now());
        }
    }

    @Test
    void anOrderFromTheFutureIsCarriedOutNow() {
        var story = new Story().hear(customer("a").at(0));
        var command =
                new Command(
                        "c", story.now().id(), minute(99), "ann", null, new Order.Acknowledge());
        var after = new Orders(policies, minute(10.00001)).apply(story.now(), command);
        var clock = java.util.Objects.requireNonNull(after.response());
        assertThat(clock.acknowledged())
                .isEqualTo(new WaitCycle.Acknowledgement("ann", minute(10).plusMillis(1)));
    }

    @Test
    void whatAPersonAssignsStandsUntilItIsTakenAway() {
        var story = new Story().hear(customer("a").at(0));
        story.order(1, new Order.Assign("ann", "gold")).hear(customer("b").at(2), us("r").at(3));
        assertThat(story.now().team()).isEqualTo("gold");
        assertThat(story.now().desk().assignee()).isEqualTo("ann");
        story.order(4, new Order.Assign(null, null));
        assertThat(story.now().team()).isEqualTo("care");
    }
}
