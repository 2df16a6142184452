package earshot.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.casebook.Address.Owner;
import earshot.casebook.AddressBook.EarlyOutcome;
import earshot.domain.cases.Case;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.CaseLinks;
import earshot.domain.cases.Command;
import earshot.domain.cases.Commands;
import earshot.domain.cases.Conversation;
import earshot.domain.cases.Entry;
import earshot.domain.cases.Reminder;
import earshot.domain.cases.Timeline;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Ruling;
import earshot.domain.policy.Side;
import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCloudExtension.class)
class CaseTableTest {
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final PostId POST = new PostId(new Network("facebook"), "900_1");
    private static final ConversationKey CONVERSATION = ConversationKey.of(POST);

    private final MovableClock clock = MovableClock.at(NOON);
    private final LocalCloud cloud;
    private final CaseTable table;

    CaseTableTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.table = new CaseTable(cloud.dynamoDb(), cloud.table());
    }

    @BeforeEach
    void empty() {
        cloud.reset();
        clock.moveTo(NOON);
    }

    @Test
    void anEntryReadsAsItWasWrittenWithEveryThingThatHappenedToIt() {
        var entry =
                entry().after(new Activity.Edited(POST, at(3), "Better", List.of(), null, true))
                        .after(new Activity.Edited(POST, at(4), null, pictures(), rating(), false))
                        .after(new Activity.Hidden(POST, at(5), true))
                        .after(new Activity.Engaged(POST, at(6), Map.of("likes", 3L)))
                        .after(new Activity.Deleted(POST, at(7)));

        table.entries().file(CONVERSATION, entry, List.of());

        var read = table.entries().find(CONVERSATION, POST).orElseThrow();
        assertThat(read.versions()).isEqualTo(entry.versions());
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("post.truncated", "post.placement")
                .isEqualTo(entry);
    }

    @Test
    void aCaseReadsAsItWasWrittenAlsoWithAllThatPeopleAndTheClockDecided() {
        var policies = table.policies(clock);
        var opened = opened();
        var orders = new Commands(policies, NOON.plusSeconds(60));
        var decided = opened;
        for (var order :
                List.of(
                        new Command.Request.Assign("ann", "care"),
                        new Command.Request.Prioritize(Priority.URGENT),
                        new Command.Request.Acknowledge(),
                        new Command.Request.Snooze(NOON.plus(Duration.ofDays(1))),
                        new Command.Request.Note("she called"),
                        new Command.Request.Tag("vip", false),
                        new Command.Request.Resolve("done"),
                        new Command.Request.Reopen())) {
            decided = orders.apply(decided, command(opened.id(), order));
        }
        var fired = new Reminder(policies, NOON.plus(Duration.ofDays(9))).decide(decided);
        var related =
                new CaseLinks(policies, NOON)
                        .relating(fired, new CaseId(new ConversationKey("facebook:other"), 3));

        for (var each : List.of(opened, decided, fired, related)) {
            cloud.reset();
            var first = each.change().version(1).done();
            assertThat(table.cases().write(first)).isTrue();
            assertThat(table.cases().find(each.id())).contains(first);
        }
    }

    @Test
    void aWriteOverAnotherVersionThanTheOneItWasMadeOfIsRefused() {
        var opened = opened();
        assertThat(table.cases().write(opened)).isTrue();
        assertThat(table.cases().write(opened)).isFalse();

        var second = opened.change().version(2).done();
        assertThat(table.cases().write(second)).isTrue();
        assertThat(table.cases().write(second)).isFalse();
    }

    @Test
    void theFirstClaimOfAnAddressWinsForEver() {
        var other = new ConversationKey("facebook:900_2");
        table.addresses().claim(POST, CONVERSATION, Owner.CUSTOMER);

        var again = table.addresses().claim(POST, other, Owner.OURS);

        assertThat(again.conversation()).isEqualTo(CONVERSATION);
        assertThat(again.owner()).isEqualTo(Owner.CUSTOMER);
    }

    @Test
    void whatComesEarlyIsKeptOnceAndReturnedByTheClaim() {
        var edit = new Activity.Edited(POST, at(3), "Better", List.of(), null, false);
        assertThat(table.addresses().keepEarly(POST, edit)).isEqualTo(EarlyOutcome.KEPT);
        assertThat(table.addresses().keepEarly(POST, edit)).isEqualTo(EarlyOutcome.KEPT);

        var claimed = table.addresses().claim(POST, CONVERSATION, Owner.CUSTOMER);

        assertThat(claimed.early()).containsExactly(edit);
        assertThat(table.addresses().keepEarly(POST, edit)).isEqualTo(EarlyOutcome.COME);
    }

    @Test
    void anAddressHoldsNoMoreThanItsShare() {
        var words = "x".repeat(40 * 1024);
        for (int i = 0; i < 2; i++) {
            var edit = new Activity.Edited(POST, at(i), words, List.of(), null, false);
            assertThat(table.addresses().keepEarly(POST, edit)).isEqualTo(EarlyOutcome.KEPT);
        }

        var third = new Activity.Edited(POST, at(3), words, List.of(), null, false);
        assertThat(table.addresses().keepEarly(POST, third)).isEqualTo(EarlyOutcome.FULL);
    }

    @Test
    void anEntryOfManyLongVersionsStaysWithinAnItem() {
        var entry = entry();
        for (int i = 1; i < 18; i++) {
            var words = Character.toString('a' + i).repeat(60 * 1024);
            entry = entry.after(new Activity.Edited(POST, at(i), words, List.of(), null, false));
        }

        table.entries().file(CONVERSATION, entry, List.of());

        var read = table.entries().find(CONVERSATION, POST).orElseThrow();
        assertThat(read.text()).isEqualTo(entry.text());
        assertThat(read.versions().getFirst()).isEqualTo(entry.versions().getFirst());
        assertThat(read.truncated()).isTrue();
    }

    @Test
    void aPushedPolicyIsInForceAtOnceHereAndWithinAMinuteElsewhere() {
        var here = table.policies(clock);
        var elsewhere = table.policies(clock);
        assertThat(elsewhere.current().version()).isZero();

        var text = earshot.policy.PolicyFile.defaults() + "#" + "x".repeat(250_000) + "\n";
        assertThat(here.push(text, "ann")).isEqualTo(1);

        assertThat(here.current().version()).isEqualTo(1);
        assertThat(elsewhere.current().version()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(elsewhere.current().version()).isEqualTo(1);
        assertThat(elsewhere.text(1)).isEqualTo(text);
    }

    @Test
    void aRecipientHasFivePlacesAMinute() {
        var recipients = table.recipients();
        assertThat(recipients.take("team:care", 3, NOON)).isEqualTo(3);
        assertThat(recipients.take("team:care", 4, NOON.plusSeconds(30))).isEqualTo(2);
        assertThat(recipients.take("team:care", 1, NOON.plusSeconds(59))).isZero();
        assertThat(recipients.take("team:care", 1, NOON.plusSeconds(60))).isEqualTo(1);
        assertThat(recipients.take("team:other", 9, NOON)).isEqualTo(5);
    }

    @Test
    void whatTheClockMustDoNextIsFoundByTime() {
        var opened = opened();
        table.cases().write(opened);
        var stepKey = Objects.requireNonNull(opened.stepKey());

        assertThat(table.cases().due(stepKey.minusMillis(1))).isEmpty();
        assertThat(table.cases().due(stepKey))
                .extracting(Cases.Due::id)
                .containsExactly(opened.id());
    }

    @Test
    void aCaseIsFoundByItsTeamItsAssigneeAndItsCustomer() {
        var opened = opened();
        var assigned =
                new Commands(table.policies(clock), NOON)
                        .apply(
                                opened,
                                command(opened.id(), new Command.Request.Assign("ann", null)))
                        .change()
                        .version(1)
                        .done();
        table.cases().write(assigned);

        assertThat(table.cases().ofTeam("triage", assigned.status())).containsExactly(assigned);
        assertThat(table.cases().ofAssignee("ann")).containsExactly(assigned);
        assertThat(table.cases().ofCustomer("facebook:7")).containsExactly(assigned);
    }

    @Test
    void aTeamStandsAsItsOpenCasesDo() {
        assertThat(table.cases().standing("triage")).isEqualTo(new Cases.Standing(0, null));
        var opened = opened();
        table.cases().write(opened);

        assertThat(table.cases().standing("triage"))
                .isEqualTo(new Cases.Standing(1, opened.summary().openedAt()));
        assertThat(table.cases().standing("others").open()).isZero();
    }

    private Case opened() {
        return new Conversation(CONVERSATION, table.policies(clock), NOON)
                .next(null, List.of(), () -> Timeline.of(entry()))
                .decided()
                .orElseThrow();
    }

    private static Command command(CaseId id, Command.Request order) {
        return new Command("c-" + order, id, NOON.plusSeconds(60), "ann", null, order);
    }

    private static Entry entry() {
        var post =
                new Post(
                        POST,
                        "900",
                        Surface.POST,
                        new Placement.Root(),
                        new Author.Customer("7", "ida", "Ida", 12L),
                        at(0),
                        "Is anybody there?",
                        "en",
                        pictures(),
                        "900_0",
                        "https://www.facebook.com/900_1",
                        null,
                        false,
                        false);
        var ruling =
                new Ruling(
                        0,
                        Ruling.Treatment.ANSWER,
                        "triage",
                        Priority.HIGH,
                        7,
                        List.of("boats"),
                        "standard");
        return Entry.of(post, Side.CUSTOMER, ruling);
    }

    private static List<Attachment> pictures() {
        return List.of(new Attachment("photo", "https://example.com/1.jpg", NOON.plusSeconds(9)));
    }

    private static Rating rating() {
        return Rating.of(4, 5);
    }

    private static Moment at(int minute) {
        var at = NOON.plus(Duration.ofMinutes(minute));
        return Moment.of(at, at.plusSeconds(1));
    }
}
