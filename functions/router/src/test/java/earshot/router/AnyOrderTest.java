package earshot.router;

import static earshot.router.Posts.comment;
import static earshot.router.Posts.customer;
import static earshot.router.Posts.deleted;
import static earshot.router.Posts.edited;
import static earshot.router.Posts.message;
import static earshot.router.Posts.minute;
import static earshot.router.Posts.reply;
import static earshot.router.Posts.root;
import static earshot.router.Posts.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Case;
import earshot.domain.cases.WaitCycle;
import earshot.domain.post.Activity;
import earshot.domain.post.ConversationKey;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each order in which the same things become known ends in the same cases and clocks. */
@ExtendWith(LocalCloudExtension.class)
class AnyOrderTest {
    private final RouterRig rig;

    AnyOrderTest(LocalCloud cloud) {
        this.rig = new RouterRig(cloud, MovableClock.at(minute(600)), Map.of());
    }

    /**
     * What happened, told once.
     *
     * @param of activities whose ids begin with the given prefix
     * @param conversations where cases may be, less the prefix
     */
    record Told(Function<String, List<Activity>> of, List<String> conversations) {}

    static Stream<Named<Told>> told() {
        var visitor = customer("7");
        return Stream.of(
                Named.of(
                        "a visitor's post, a comment and our reply",
                        new Told(
                                p ->
                                        List.of(
                                                root(p + "900_1", visitor, 0),
                                                comment(p + "1_2", p + "900_1", visitor, 3),
                                                comment(p + "1_3", p + "900_1", us(), 5)),
                                List.of("900_1", "1_2", "1_3"))),
                Named.of(
                        "a post that is edited twice at once and deleted",
                        new Told(
                                p ->
                                        List.of(
                                                root(p + "900_1", visitor, 0),
                                                edited(p + "900_1", "One", 2),
                                                edited(p + "900_1", "Two", 2),
                                                deleted(p + "900_1", 4)),
                                List.of("900_1"))),
                Named.of(
                        "a comment under our post, our reply, and thanks",
                        new Told(
                                p ->
                                        List.of(
                                                root(p + "900_1", us(), 0),
                                                comment(p + "1_2", p + "900_1", visitor, 3),
                                                reply(p + "1_3", p + "1_2", p + "900_1", us(), 5),
                                                reply(
                                                        p + "1_4",
                                                        p + "1_2",
                                                        p + "900_1",
                                                        visitor,
                                                        6)),
                                List.of("900_1", "1_2", "1_3", "1_4"))),
                Named.of(
                        "two people under one post of ours",
                        new Told(
                                p ->
                                        List.of(
                                                root(p + "900_1", us(), 0),
                                                comment(p + "1_2", p + "900_1", visitor, 3),
                                                comment(p + "1_3", p + "900_1", customer("8"), 3)),
                                List.of("900_1", "1_2", "1_3"))),
                Named.of(
                        "a chat of two waits",
                        new Told(
                                p ->
                                        List.of(
                                                message(p + "m1", p + "7", visitor, 0),
                                                message(p + "m2", p + "7", visitor, 1),
                                                message(p + "m3", p + "7", us(), 4),
                                                message(p + "m4", p + "7", visitor, 5),
                                                message(p + "m5", p + "7", us(), 300)),
                                List.of("900/7"))),
                Named.of(
                        "messages of one instant",
                        new Told(
                                p ->
                                        List.of(
                                                message(p + "m1", p + "7", visitor, 0),
                                                message(p + "m2", p + "7", visitor, 0),
                                                message(p + "m3", p + "7", us(), 0),
                                                message(p + "m4", p + "7", visitor, 0)),
                                List.of("900/7"))),
                Named.of(
                        "a chat whose first message is taken back before the second",
                        new Told(
                                p ->
                                        List.of(
                                                message(p + "m1", p + "7", visitor, 0),
                                                deleted(p + "m1", 2),
                                                message(p + "m2", p + "7", visitor, 3),
                                                message(p + "m3", p + "7", us(), 9),
                                                deleted(p + "m3", 20)),
                                List.of("900/7"))),
                Named.of(
                        "our answer before anybody asked",
                        new Told(
                                p ->
                                        List.of(
                                                message(p + "m1", p + "7", us(), 0),
                                                message(p + "m2", p + "7", visitor, 2)),
                                List.of("900/7"))),
                Named.of(
                        "a reply, its comment, and an edit of each",
                        new Told(
                                p ->
                                        List.of(
                                                comment(p + "1_2", p + "900_1", visitor, 3),
                                                reply(
                                                        p + "1_3",
                                                        p + "1_2",
                                                        p + "900_1",
                                                        visitor,
                                                        5),
                                                edited(p + "1_2", "Better", 6),
                                                edited(p + "1_3", "Best", 7)),
                                List.of("1_2", "1_3"))),
                Named.of(
                        "only we speak",
                        new Told(
                                p ->
                                        List.of(
                                                root(p + "900_1", us(), 0),
                                                edited(p + "900_1", "Sale", 1),
                                                deleted(p + "900_1", 2)),
                                List.of("900_1"))));
    }

    @ParameterizedTest
    @MethodSource("told")
    void everyOrderEndsInTheSameCasesAndClocks(Told told) {
        var orders = orders(told.of().apply("").size());
        var first = new ArrayList<String>();
        for (int i = 0; i < orders.size(); i++) {
            var prefix = "p" + i + "x" + Math.floorMod(told.hashCode(), 100_000) + ".";
            var activities = told.of().apply(prefix);
            rig.deliver(orders.get(i).stream().map(activities::get).toList());
            var cases = cases(told, prefix);
            if (i == 0) {
                first.addAll(cases);
            }
            assertThat(cases).as("in the order %s", orders.get(i)).isEqualTo(first);
        }
    }

    private List<String> cases(Told told, String prefix) {
        return told.conversations().stream()
                .map(c -> c.startsWith("900/") ? "900/" + prefix + c.substring(4) : prefix + c)
                .flatMap(c -> rig.table().cases().of(new ConversationKey("facebook:" + c)).stream())
                .map(AnyOrderTest::comparable)
                .map(text -> text.replace(prefix, ""))
                .toList();
    }

    /** All of a case but cycle names, fired steps, receive times and how often it was written. */
    private static String comparable(Case of) {
        var cycles = of.cycles().stream().map(AnyOrderTest::comparable).toList();
        return of.change()
                .cycles(cycles)
                .pending(List.of())
                .updatedAt(of.summary().openedAt())
                .version(1)
                .done()
                .toString();
    }

    private static WaitCycle comparable(WaitCycle of) {
        var pin = of.pin();
        return new WaitCycle(
                "",
                of.target(),
                of.state(),
                of.startedAt(),
                of.dueAt(),
                of.endedAt(),
                new WaitCycle.Pin(
                        pin.sla(),
                        pin.version(),
                        pin.goal(),
                        pin.floor(),
                        pin.manual(),
                        of.startedAt(),
                        pin.quietUntil()),
                0,
                of.acknowledged());
    }

    static List<List<Integer>> orders(int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var shorter : orders(size - 1)) {
            for (int at = 0; at <= shorter.size(); at++) {
                var longer = new ArrayList<>(shorter);
                longer.add(at, size - 1);
                all.add(longer);
            }
        }
        return all;
    }
}
