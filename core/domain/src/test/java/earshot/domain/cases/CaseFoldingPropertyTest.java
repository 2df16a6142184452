package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.policy.Policies;
import earshot.domain.policy.Priority;
import earshot.domain.post.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Any order, same case. */
class CaseFoldingPropertyTest {
    private final Policies policies = PolicyShelf.ordinary();

    @Provide
    Arbitrary<List<Activity>> activities() {
        return Happenings.small();
    }

    @Provide
    Arbitrary<List<Activity>> laterActivities() {
        return Happenings.of("2", 600);
    }

    @Property(tries = 1000)
    void anyOrderAndAnyRepetitionEndInTheSameCase(
            @ForAll("activities") List<Activity> activities, @ForAll Random random) {
        var told = heard(new Story(), activities);
        var shuffled = heard(new Story(), Happenings.shuffled(activities, random));
        assertThat(shuffled.timeline()).isEqualTo(told.timeline());
        assertThat(shuffled.cases().stream().map(Happenings::settled))
                .isEqualTo(told.cases().stream().map(Happenings::settled).toList());
    }

    @Property(tries = 1000)
    void theClockEndsAlikeWheneverItWasLookedAtMeanwhile(
            @ForAll("activities") List<Activity> activities, @ForAll Random random) {
        var told = heard(new Story(), activities);
        var looked = new Story();
        double minute = 0;
        for (var activity : Happenings.shuffled(activities, random)) {
            looked.hear(activity);
            minute += random.nextInt(40);
            if (!looked.cases().isEmpty()) {
                looked.passUntil(minute);
            }
        }
        if (!told.cases().isEmpty()) {
            told.passUntil(2000);
            looked.passUntil(2000);
        }
        assertThat(looked.cases().stream().map(Happenings::settled))
                .isEqualTo(told.cases().stream().map(Happenings::settled).toList());
    }

    @Property(tries = 1000)
    void anyOrderAfterAResolveEndsInTheSameCase(
            @ForAll("activities") List<Activity> before,
            @ForAll("laterActivities") List<Activity> after,
            @ForAll @IntRange(max = 300) int at,
            @ForAll boolean reopened,
            @ForAll Random random) {
        var told = resolved(before, at, reopened);
        if (told.cases().isEmpty()) {
            return;
        }
        var shuffled = resolved(before, at, reopened);
        // What happens to the posts of before the resolve may be heard after it, too.
        var more = new ArrayList<>(after);
        before.stream().filter(a -> !(a instanceof Activity.Published)).forEach(more::add);
        more.add(Told.edited("a", 300, "Bye"));
        heard(told, more);
        heard(shuffled, Happenings.shuffled(more, random));
        assertThat(shuffled.cases().stream().map(Happenings::settled))
                .isEqualTo(told.cases().stream().map(Happenings::settled).toList());
    }

    private static Story resolved(List<Activity> before, int at, boolean reopened) {
        var story = heard(new Story(), before);
        if (!story.cases().isEmpty()) {
            story.order(at, new Command.Request.Resolve(null));
            if (reopened) {
                story.order(at + 10, new Command.Request.Reopen());
            }
        }
        return story;
    }

    @Property(tries = 1000)
    void addingWhatIsBeyondTheFrontierIsAsGoodAsTheWholeTimeline(
            @ForAll("activities") List<Activity> activities,
            @ForAll @IntRange(max = 6) int known,
            @ForAll @IntRange(max = 250) int looked,
            @ForAll @IntRange(max = 3) int ordered) {
        var entries = heard(new Story(), activities).timeline().entries();
        int split = Math.min(known, entries.size());
        var base = new Story();
        for (var entry : entries.subList(0, split)) {
            base.hear(new Activity.Published(entry.post()));
            activities.stream()
                    .filter(a -> a.id().equals(entry.id()) && !(a instanceof Activity.Published))
                    .forEach(base::hear);
        }
        if (base.cases().isEmpty() || split == entries.size()) {
            return;
        }
        base.passUntil(looked);
        ordered(base, looked, ordered);
        var fresh = new Timeline(entries.subList(split, entries.size()));
        var all = base.timeline().and(fresh);
        var fold = new CaseFolding(policies, minute(700));
        var advanced = fold.advance(base.now(), fresh);
        advanced.ifPresent(quick -> assertThat(quick).isEqualTo(fold.refold(base.now(), all)));
    }

    /** A command, by somebody who has seen all that is known. */
    private static void ordered(Story story, int looked, int which) {
        var newest =
                story.timeline().entries().stream()
                        .map(e -> Duration.between(minute(0), e.order().published()).toMinutes())
                        .max(Comparator.naturalOrder())
                        .orElse(0L);
        double minute = Math.max(looked, newest);
        switch (which) {
            case 1 -> story.order(minute, new Command.Request.Prioritize(Priority.HIGH));
            case 2 -> story.order(minute, new Command.Request.Acknowledge());
            case 3 ->
                    story.order(minute, new Command.Request.Prioritize(Priority.LOW))
                            .order(minute, new Command.Request.Prioritize(null));
            default -> {}
        }
    }

    @Property(tries = 1000)
    void aFoldThatChangesNothingReturnsTheCaseItself(
            @ForAll("activities") List<Activity> activities,
            @ForAll @IntRange(max = 250) int looked,
            @ForAll @IntRange(max = 3) int ordered) {
        var story = heard(new Story(), activities);
        if (story.cases().isEmpty()) {
            return;
        }
        story.passUntil(looked);
        ordered(story, looked, ordered);
        assertThat(new CaseFolding(policies, minute(700)).refold(story.now(), story.timeline()))
                .isSameAs(story.now());
    }

    private static Story heard(Story story, List<Activity> activities) {
        activities.forEach(story::hear);
        return story;
    }
}
