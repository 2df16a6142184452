package earshot.router;

import static earshot.router.Posts.PAGE;
import static earshot.router.Posts.at;
import static earshot.router.Posts.backfilled;
import static earshot.router.Posts.comment;
import static earshot.router.Posts.customer;
import static earshot.router.Posts.message;
import static earshot.router.Posts.minute;
import static earshot.router.Posts.root;
import static earshot.router.Posts.us;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Case;
import earshot.domain.cases.Command;
import earshot.domain.cases.Status;
import earshot.domain.cases.WaitCycle;
import earshot.domain.cases.WaitCycle.State;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Target;
import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Moment;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.Surface;
import earshot.queue.Wire;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The cases that well-known systems get wrong, by their numbers; docs/testing.md says where those
 * are that other tests hold.
 */
@ExtendWith(LocalCloudExtension.class)
class ServiceLevelCasesTest {
    private static final String CHAT = "facebook:900/7";

    /** Ten minutes around the clock; an urgent case two. */
    private static final String POLICY =
            """
            zone: UTC
            accounts: [{network: facebook, account: "900", team: care}]
            teams: {care: {name: Care}, triage: {name: Triage}}
            fallback: team:triage
            ourReplies: {automaticApps: ["bot"], supportApps: ["desk"]}
            calendars: {always: {week: {mon-sun: 00:00-24:00}}}
            ladders: {steps: [{at: due, to: team}]}
            slas:
              ten:
                calendar: always
                ladder: steps
                goals:
                  urgent: {first: 2 min, next: 2 min}
                  high: {first: 5 min, next: 5 min}
                  normal: {first: 10 min, next: 10 min}
                  low: {first: 20 min, next: 20 min}
            sla: ten
            """;

    private final MovableClock clock = MovableClock.at(minute(60));
    private final LocalCloud cloud;
    private final RouterRig rig;

    ServiceLevelCasesTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.rig = new RouterRig(cloud, clock, Map.of());
    }

    @BeforeEach
    void beginWithThePolicy() {
        cloud.reset();
        clock.moveTo(minute(60));
        rig.table().policies(clock).push(POLICY, "test");
    }

    @Test
    @DisplayName("1: three first messages of one author at the same instant are one case")
    void threeFirstMessagesAtOnce() {
        rig.call(
                IntStream.range(0, 3)
                        .mapToObj(i -> Wire.encode(message("m" + i, "7", customer("7"), 0)))
                        .toList());

        assertThat(rig.only(CHAT).summary().postCount()).isEqualTo(3);
        assertThat(rig.table().entries().of(new ConversationKey(CHAT))).hasSize(3);
    }

    @Test
    @DisplayName("2: the identical delivery three seconds later changes nothing")
    void identicalDelivery() {
        rig.deliver(List.of(message("m1", "7", customer("7"), 0)));
        var before = rig.only(CHAT);
        clock.advance(Duration.ofSeconds(3));

        rig.deliver(List.of(message("m1", "7", customer("7"), 0)));

        assertThat(rig.only(CHAT)).isEqualTo(before);
    }

    @Test
    @DisplayName("3: a redelivery while the first write is in flight makes one entry")
    void redeliveryInFlight() throws Exception {
        var body = Wire.encode(message("m1", "7", customer("7"), 0));
        Callable<List<String>> call = () -> rig.call(List.of(body));
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(List.of(call, call, call, call))) {
                assertThat(answer.get()).isEmpty();
            }
        }

        assertThat(rig.table().entries().of(new ConversationKey(CHAT))).hasSize(1);
        assertThat(rig.only(CHAT).progress().folded()).isEqualTo(1);
    }

    @Test
    @DisplayName("5: two unrelated posts in one call are two cases")
    void twoUnrelatedPosts() {
        rig.call(
                List.of(
                        Wire.encode(root("900_1", customer("7"), 0)),
                        Wire.encode(root("900_2", customer("7"), 0))));

        assertThat(rig.only("facebook:900_1").status()).isEqualTo(Status.OPEN);
        assertThat(rig.only("facebook:900_2").status()).isEqualTo(Status.OPEN);
    }

    @Test
    @DisplayName("6: a post to two accounts of ours is one entry and one case that name both")
    void twoAccounts() {
        var first = root("555_1", customer("7"), 0);
        var again = ((Activity.Published) first).post();
        var second =
                new Activity.Published(
                        Post.of(
                                        again.id(),
                                        "901",
                                        again.surface(),
                                        again.placement(),
                                        again.author(),
                                        again.published())
                                .text(again.text())
                                .build());
        rig.deliver(List.of(second, first));

        assertThat(rig.only("facebook:555_1").summary().accounts()).containsExactly("900", "901");
        assertThat(rig.table().entries().of(new ConversationKey("facebook:555_1"))).hasSize(1);
    }

    @Test
    @DisplayName("6: ids that are unique only within a chat never meet: each chat is its own case")
    void sameCustomerTwoAccounts() {
        var other = new Placement.Direct("901", "7");
        rig.deliver(
                List.of(
                        message("900/m1", "7", customer("7"), 0),
                        Posts.published("901/m1", customer("7"), 0, Surface.DIRECT, other)));

        assertThat(rig.only(CHAT).summary().postCount()).isEqualTo(1);
        assertThat(rig.only("facebook:901/7").summary().postCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("7: an echo that comes twice, before the message it answers, is one reply")
    void echoTwice() {
        var echo = message("m2", "7", new Author.Ourselves(PAGE, null, "desk"), 5);
        rig.deliver(List.of(echo, message("m1", "7", customer("7"), 0), echo));

        assertThat(rig.only(CHAT).status()).isEqualTo(Status.ANSWERED);
        assertThat(rig.only(CHAT).cycles()).extracting(WaitCycle::state).containsExactly(State.MET);
        assertThat(rig.table().entries().of(new ConversationKey(CHAT))).hasSize(2);
    }

    @Test
    @DisplayName("8: our own posts open no case")
    void ownPosts() {
        rig.deliver(List.of(root("900_1", us(), 0), message("m1", "7", us(), 0)));

        assertThat(rig.cases("facebook:900_1")).isEmpty();
        assertThat(rig.cases(CHAT)).isEmpty();
        assertThat(rig.table().entries().of(new ConversationKey(CHAT))).hasSize(1);
    }

    @Test
    @DisplayName("10: our native reply stops the clock, also under a visitor's post")
    void nativeReply() {
        rig.deliver(List.of(root("900_1", customer("7"), 0), comment("1_2", "900_1", us(), 5)));

        assertThat(cycle("facebook:900_1").state()).isEqualTo(State.MET);
        assertThat(cycle("facebook:900_1").endedAt()).isEqualTo(minute(5));
    }

    @Test
    @DisplayName("12: a reply after due is met late, also when nothing looked between the two")
    void replyAfterDue() {
        rig.deliver(List.of(message("m1", "7", customer("7"), 0), message("m2", "7", us(), 12)));

        assertThat(cycle(CHAT).state()).isEqualTo(State.MET_LATE);
        assertThat(cycle(CHAT).overrun()).hasMinutes(2);
    }

    @Test
    @DisplayName("13: resolved without a reply before due is cancelled, after it stays breached")
    void resolvedWithoutReply() {
        rig.deliver(List.of(message("m1", "7", customer("7"), 0)));
        rig.deliver(List.of(message("m2", "8", customer("8"), 0)));

        order(CHAT, 9, new Command.Request.Resolve(null));
        order("facebook:900/8", 11, new Command.Request.Resolve(null));

        assertThat(cycle(CHAT).state()).isEqualTo(State.CANCELLED);
        assertThat(cycle("facebook:900/8").state()).isEqualTo(State.BREACHED);
        assertThat(rig.only("facebook:900/8").resolve())
                .extracting(Case.Resolve::by)
                .isEqualTo("ann");
    }

    @Test
    @DisplayName("14: a bot answered, and the clock runs on")
    void botAnswered() {
        rig.deliver(
                List.of(
                        message("m1", "7", customer("7"), 0),
                        message("m2", "7", new Author.Ourselves(PAGE, null, "bot"), 1)));

        assertThat(cycle(CHAT).state()).isEqualTo(State.RUNNING);
        assertThat(rig.only(CHAT).status()).isEqualTo(Status.OPEN);
    }

    @Test
    @DisplayName("16: a reopened case is promised a first response again")
    void reopened() {
        rig.deliver(List.of(message("m1", "7", customer("7"), 0), message("m2", "7", us(), 5)));
        order(CHAT, 6, new Command.Request.Resolve(null));

        rig.deliver(List.of(message("m3", "7", customer("7"), 30)));

        assertThat(rig.only(CHAT).status()).isEqualTo(Status.OPEN);
        assertThat(rig.only(CHAT).cycles())
                .extracting(WaitCycle::target)
                .containsExactly(Target.FIRST, Target.FIRST);
        assertThat(cycle(CHAT).startedAt()).isEqualTo(minute(30));
    }

    @Test
    @DisplayName("18: a priority raised before the new due moves it, after it is due now")
    void priorityRaised() {
        rig.deliver(List.of(message("m1", "7", customer("7"), 0)));
        rig.deliver(List.of(message("m2", "8", customer("8"), 0)));

        order(CHAT, 1, new Command.Request.Prioritize(Priority.URGENT));
        order("facebook:900/8", 7, new Command.Request.Prioritize(Priority.URGENT));

        assertThat(cycle(CHAT).dueAt()).isEqualTo(minute(2));
        assertThat(cycle("facebook:900/8").dueAt()).isEqualTo(minute(7));
    }

    @Test
    @DisplayName("19: a network time one hour in the future is clamped, and kept beside it")
    void futureTime() {
        var received = minute(0);
        var published = Moment.of(minute(60), received);
        var placement = new Placement.Direct(PAGE, "7");
        rig.deliver(
                List.of(
                        new Activity.Published(
                                Posts.post(
                                        "m1",
                                        customer("7"),
                                        published,
                                        Surface.DIRECT,
                                        placement,
                                        false))));

        assertThat(cycle(CHAT).startedAt()).isEqualTo(minute(5));
        var entry = rig.table().entries().of(new ConversationKey(CHAT)).getFirst();
        assertThat(entry.post().published().networkTime()).isEqualTo(minute(60));
    }

    @Test
    @DisplayName("19: a message seven days old is timed from then, and its lag is kept")
    void sevenDaysOld() {
        var placement = new Placement.Direct(PAGE, "7");
        var published = Moment.of(minute(0).minus(Duration.ofDays(7)), minute(0));
        rig.deliver(
                List.of(
                        new Activity.Published(
                                Posts.post(
                                        "m1",
                                        customer("7"),
                                        published,
                                        Surface.DIRECT,
                                        placement,
                                        false))));

        assertThat(cycle(CHAT).startedAt()).isEqualTo(minute(0).minus(Duration.ofDays(7)));
        assertThat(cycle(CHAT).pin().heardAt()).isEqualTo(minute(0));
    }

    @Test
    @DisplayName("24: comments of many people under one post of ours are many cases")
    void manyPeople() {
        rig.deliver(List.of(root("900_1", us(), 0)));
        rig.deliver(
                IntStream.range(0, 5)
                        .mapToObj(i -> comment("1_" + i, "900_1", customer("c" + i), i))
                        .toList());

        assertThat(IntStream.range(0, 5).mapToObj(i -> rig.only("facebook:1_" + i)))
                .extracting(c -> Objects.requireNonNull(c.summary().customerKey()))
                .containsExactly(
                        "facebook:c0", "facebook:c1", "facebook:c2", "facebook:c3", "facebook:c4");
    }

    @Test
    @DisplayName("26: a first look into an old chat opens no case and notifies nobody")
    void backfill() {
        var longAgo = Moment.of(minute(0).minus(Duration.ofDays(30)), minute(0));
        rig.deliver(List.of(backfilled("m1", "7", longAgo)));

        assertThat(rig.cases(CHAT)).isEmpty();
        assertThat(rig.table().entries().of(new ConversationKey(CHAT))).hasSize(1);
        assertThat(rig.drain("ClockQueue")).isEmpty();
    }

    @Test
    @DisplayName("26: a young post of a first look opens a case whose past steps stay silent")
    void youngBackfill() {
        var young = Moment.of(minute(0).minus(Duration.ofHours(2)), minute(0));
        rig.deliver(List.of(backfilled("m1", "7", young)));

        assertThat(rig.only(CHAT).status()).isEqualTo(Status.OPEN);
        assertThat(cycle(CHAT).pin().quietUntil()).isEqualTo(minute(0));
    }

    private WaitCycle cycle(String conversation) {
        return Objects.requireNonNull(rig.only(conversation).response());
    }

    private void order(String conversation, int minute, Command.Request order) {
        var id = rig.only(conversation).id();
        rig.command(new Command("c-" + conversation, id, at(minute).at(), "ann", null, order));
    }
}
