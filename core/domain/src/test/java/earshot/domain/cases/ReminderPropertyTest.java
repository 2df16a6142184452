package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.policy.Policies;
import earshot.domain.policy.Priority;
import earshot.domain.post.Activity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Never early, never twice, never after the answer, and never a false breach left standing. */
class ReminderPropertyTest {
    private final Policies policies = PolicyShelf.ordinary();

    @Provide
    Arbitrary<List<Activity>> activities() {
        return Happenings.small();
    }

    @Property(tries = 1000)
    void eachStepIsToldOnceAndNeverEarly(
            @ForAll("activities") List<Activity> activities, @ForAll Random random) {
        var keys = new HashSet<String>();
        lived(activities, random)
                .notices()
                .forEach(
                        notice -> {
                            assertThat(notice.why().stepAt()).isBeforeOrEqualTo(notice.decidedAt());
                            assertThat(keys.add(key(notice))).as(key(notice)).isTrue();
                        });
    }

    private static String key(Notice notice) {
        return notice.cycle()
                + "#"
                + notice.target()
                + "#"
                + notice.step()
                + "#"
                + notice.recipient();
    }

    @Property(tries = 1000)
    void aBreachThatWasToldAndTurnedOutNoneIsTakenBackOnce(
            @ForAll("activities") List<Activity> activities, @ForAll Random random) {
        var story = lived(activities, random);
        var told = new HashSet<String>();
        // Also where the post was brought in later and nobody heard of the step.
        story.actions("step").stream()
                .map(Pending.Action::details)
                .filter(step -> !"50%".equals(step.get("step")))
                .forEach(step -> told.add(step.get("cycle")));
        for (var each : story.cases()) {
            for (var cycle : each.cycles()) {
                var corrections =
                        story.corrected().stream()
                                .filter(c -> c.cycle().equals(cycle.name()))
                                // A repeated one goes under the same key, and so to nobody.
                                .map(c -> c.cycle() + "#" + c.target())
                                .distinct()
                                .count();
                boolean isNone =
                        cycle.state() == WaitCycle.State.MET
                                || cycle.state() == WaitCycle.State.CANCELLED;
                if (told.contains(cycle.name()) && isNone) {
                    assertThat(corrections).as("of %s", cycle).isEqualTo(1);
                } else if (!told.contains(cycle.name())) {
                    assertThat(corrections).as("of %s", cycle).isZero();
                }
            }
        }
    }

    @Property(tries = 1000)
    void aSecondLookAtOneInstantDecidesNothing(
            @ForAll("activities") List<Activity> activities, @ForAll Random random) {
        var story = lived(activities, random);
        if (story.cases().isEmpty()) {
            return;
        }
        var at = minute(random.nextInt(6000));
        var reminder = new Reminder(policies, at);
        var decided = reminder.decide(story.now());
        assertThat(reminder.decide(decided)).isSameAs(decided);
        var carried = CaseRevision.of(decided, decided.change().pending(List.of()), policies, at);
        assertThat(reminder.decide(carried)).isSameAs(carried);
        assertThat(carried.stepKey())
                .satisfiesAnyOf(
                        key -> assertThat(key).isNull(), key -> assertThat(key).isAfter(at));
    }

    @Property(tries = 1000)
    void nothingIsDecidedOfACycleThatIsOver(
            @ForAll("activities") List<Activity> activities, @ForAll Random random) {
        var story = lived(activities, random);
        if (story.cases().isEmpty()) {
            return;
        }
        var before = story.now();
        var decided = new Reminder(policies, minute(random.nextInt(1000))).decide(before);
        var open = before.openCycle();
        decided.pending().stream()
                .filter(Pending.Tell.class::isInstance)
                .map(tell -> ((Pending.Tell) tell).notice())
                .forEach(
                        notice -> {
                            assertThat(open).isNotNull();
                            assertThat(notice.cycle())
                                    .isEqualTo(java.util.Objects.requireNonNull(open).name());
                        });
        Instant due = open == null ? null : open.dueAt();
        assertThat(due == null || before.status() != Status.RESOLVED).isTrue();
    }

    /** Activities in any order, with looks at the clock and a command now and then. */
    private static Story lived(List<Activity> activities, Random random) {
        var story = new Story();
        double minute = 0;
        for (var activity : Happenings.shuffled(activities, random)) {
            story.hear(activity);
            if (story.cases().isEmpty()) {
                continue;
            }
            minute += random.nextInt(50);
            if (random.nextBoolean()) {
                story.passUntil(minute);
            } else {
                story.remind(minute);
            }
            switch (random.nextInt(12)) {
                case 0 -> story.order(minute, new Command.Request.Acknowledge());
                case 1 -> story.order(minute, new Command.Request.Prioritize(Priority.URGENT));
                case 2 -> story.order(minute, new Command.Request.Prioritize(Priority.LOW));
                case 3 -> story.order(minute, new Command.Request.Prioritize(null));
                case 4 -> story.order(minute, new Command.Request.Snooze(minute(minute + 30)));
                case 5 -> story.order(minute, new Command.Request.Resolve(null));
                case 6 -> story.order(minute, new Command.Request.Reopen());
                default -> {}
            }
        }
        return story;
    }
}
