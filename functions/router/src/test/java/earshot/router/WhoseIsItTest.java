package earshot.router;

import static earshot.router.Posts.at;
import static earshot.router.Posts.id;
import static earshot.router.Posts.minute;
import static earshot.router.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Case;
import earshot.domain.cases.Entry;
import earshot.domain.cases.Status;
import earshot.domain.policy.Side;
import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Surface;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who is of us is decided by all accounts that the policy names, whichever of them was called; and
 * nothing that is unknown above a post makes two customers one.
 */
@ExtendWith(LocalCloudExtension.class)
class WhoseIsItTest {
    private static final String US = Posts.PAGE;
    private static final String ALSO_US = "901";
    private static final String POLICY =
            """
            zone: UTC
            accounts:
              - {network: facebook, account: "900", team: care}
              - {network: facebook, account: "901", team: care}
            teams: {care: {name: Care}, triage: {name: Triage}}
            people: {}
            fallback: team:care
            calendars: {always: {week: {mon-sun: 00:00-24:00}}}
            ladders: {standard: [{at: due, to: team}]}
            slas:
              standard:
                calendar: always
                ladder: standard
                goals:
                  urgent: {first: 4 h, next: 4 h}
                  high: {first: 4 h, next: 4 h}
                  normal: {first: 4 h, next: 4 h}
                  low: {first: 4 h, next: 4 h}
            sla: standard
            """;

    private final MovableClock clock = MovableClock.at(minute(60));
    private final RouterRig rig;

    WhoseIsItTest(LocalCloud cloud) {
        this.rig = new RouterRig(cloud, clock, Map.of());
    }

    @BeforeEach
    void push() {
        rig.table().policies(clock).push(POLICY, "test");
    }

    @Test
    void anAnswerOfOurOtherAccountIsOursWhicheverAccountWasCalledFirst() {
        for (var called : List.of(List.of(US, ALSO_US), List.of(ALSO_US, US))) {
            var prefix = called.getFirst() + ".a";
            rig.deliver(List.of(customers(prefix + 1, "7", new Placement.Root())));
            for (var account : called) {
                var author = account.equals(ALSO_US) ? ourselves(ALSO_US) : Posts.customer(ALSO_US);
                var answer = Placement.Reply.to(id(prefix + 1), Whose.OTHERS, "7");
                rig.deliver(List.of(told(account, prefix + 2, author, 3, answer)));
            }

            var only = rig.only("facebook:" + prefix + 1);
            assertThat(entry(only, prefix + 2).side()).isEqualTo(Side.NATIVE);
            assertThat(only.status()).isEqualTo(Status.ANSWERED);
            assertThat(only.summary().postCount()).isEqualTo(1);
        }
    }

    @Test
    void customersWhoAnswerOurOtherAccountHaveACaseEach() {
        var below = Placement.Reply.to(id("b0"), Whose.OTHERS, ALSO_US);
        rig.deliver(List.of(customers("b1", "7", below), customers("b2", "8", below)));

        assertThat(rig.only("facebook:b1").summary().surface()).isEqualTo(Surface.COMMENT);
        assertThat(rig.only("facebook:b2").summary().postCount()).isEqualTo(1);
    }

    @Test
    void aMessageBetweenTwoAccountsOfOursOpensNoCase() {
        var message = new Placement.Direct(US, ALSO_US);
        rig.deliver(List.of(told(US, "c1", Posts.customer(ALSO_US), 1, message)));

        assertThat(rig.cases("facebook:900/901")).isEmpty();
        assertThat(rig.table().entries().of(new ConversationKey("facebook:900/901"))).hasSize(1);
    }

    /** A post of a made-up thread: by whom, under which, and what a delivery says of that one. */
    record Line(int number, String by, int under, boolean isHeard) {}

    /** How networks name what stands above a post. */
    private enum Naming {
        /** The post above, alone; of a comment also the thread's root: never whose it is. */
        FACEBOOK,
        /** The post above with its author, and the root of the thread. */
        X,
        /** The post above with its author. */
        PARENT
    }

    private static final List<List<Line>> THREADS =
            List.of(
                    // Our post was never heard: our comment under it, two who answer that one.
                    List.of(
                            new Line(0, US, -1, false),
                            new Line(1, US, 0, true),
                            new Line(2, "7", 1, true),
                            new Line(3, "8", 1, true),
                            new Line(4, US, 2, true)),
                    // A thread of ours whose first two posts were never heard.
                    List.of(
                            new Line(0, US, -1, false),
                            new Line(1, ALSO_US, 0, false),
                            new Line(2, US, 1, true),
                            new Line(3, "7", 2, true),
                            new Line(4, "8", 2, true)),
                    // All of it is heard, in any order.
                    List.of(
                            new Line(0, US, -1, true),
                            new Line(1, ALSO_US, 0, true),
                            new Line(2, "7", 1, true),
                            new Line(3, "8", 0, true),
                            new Line(4, "8", 1, true)),
                    // Two who answer a comment that was never heard.
                    List.of(
                            new Line(0, US, -1, true),
                            new Line(1, ALSO_US, 0, false),
                            new Line(2, "7", 1, true),
                            new Line(3, "8", 1, true),
                            new Line(4, ALSO_US, 3, true)));

    static Stream<List<Line>> threads() {
        return THREADS.stream();
    }

    @ParameterizedTest
    @MethodSource("threads")
    void belowPostsOfOursNoTwoCustomersShareACaseInAnyOrder(List<Line> thread) {
        var heard = thread.stream().filter(Line::isHeard).toList();
        for (var naming : Naming.values()) {
            for (int seed = 0; seed < 12; seed++) {
                var prefix = "t" + THREADS.indexOf(thread) + naming + seed + ".";
                var order = new ArrayList<>(heard);
                Collections.shuffle(order, new Random(seed));
                rig.deliver(
                        order.stream().map(line -> told(prefix, thread, line, naming)).toList());

                assertThat(customersOfCases(prefix, thread))
                        .as("%s in the order %s", naming, order)
                        .allSatisfy(customers -> assertThat(customers).hasSize(1));
            }
        }
    }

    /** The customers of each case of a thread. */
    private List<Set<String>> customersOfCases(String prefix, List<Line> thread) {
        return thread.stream()
                .map(line -> new ConversationKey("facebook:" + prefix + line.number()))
                .filter(conversation -> !rig.table().cases().of(conversation).isEmpty())
                .map(
                        conversation ->
                                rig.table().entries().of(conversation).stream()
                                        .filter(entry -> !entry.side().isOurs())
                                        .map(WhoseIsItTest::author)
                                        .collect(Collectors.toSet()))
                .toList();
    }

    private static String author(Entry entry) {
        return entry.post().author() instanceof Author.Customer(var id, _, _, _)
                ? String.valueOf(id)
                : "us";
    }

    private static Activity told(String prefix, List<Line> thread, Line line, Naming naming) {
        var author = line.by().equals(US) ? ourselves(US) : Posts.customer(line.by());
        return told(
                US,
                prefix + line.number(),
                author,
                line.number(),
                placement(prefix, thread, line, naming));
    }

    private static Placement placement(String prefix, List<Line> thread, Line line, Naming naming) {
        if (line.under() < 0) {
            return new Placement.Root();
        }
        var parent = thread.get(line.under());
        var named = naming == Naming.FACEBOOK ? null : parent.by();
        var reply = Placement.Reply.to(id(prefix + parent.number()), whose(named), named);
        boolean isTop = parent.under() < 0;
        return isTop || naming == Naming.PARENT
                ? reply
                : reply.in(id(prefix + 0), Whose.UNKNOWN, null);
    }

    /** As a reader says it, who knows only the account that was called. */
    private static Whose whose(@Nullable String author) {
        if (author == null) {
            return Whose.UNKNOWN;
        }
        return author.equals(US) ? Whose.OURS : Whose.OTHERS;
    }

    private Entry entry(Case of, String post) {
        return rig.table().entries().find(of.id().conversation(), id(post)).orElseThrow();
    }

    private static Author ourselves(String account) {
        return new Author.Ourselves(account, "Us", null);
    }

    private static Activity customers(String id, String customer, Placement placement) {
        return told(US, id, Posts.customer(customer), 1, placement);
    }

    private static Activity told(
            String account, String id, Author author, int minute, Placement placement) {
        var post = post(id, author, at(minute), Surface.MENTION, placement, false);
        return new Activity.Published(
                new earshot.domain.post.Post(
                        post.id(),
                        account,
                        post.surface(),
                        post.placement(),
                        post.author(),
                        post.published(),
                        post.text(),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        false,
                        false));
    }
}
