package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;

import earshot.domain.policy.Policies;
import earshot.domain.post.Activity;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as the functions would live through it: posts are filed and folded, the clock is
 * looked at, commands are applied, what is decided is carried out and kept in {@link #done}. It
 * decides nothing itself.
 */
final class Story {
    private static final ConversationKey CONVERSATION = ConversationKey.of(Told.id("thread"));

    private final Policies policies;
    private final Map<PostId, Entry> entries = new LinkedHashMap<>();
    private final List<Activity> early = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();
    private final List<Pending> done = new ArrayList<>();
    private Instant now = minute(0);
    private int orders;

    Story() {
        this(PolicyShelf.ordinary());
    }

    Story(Policies policies) {
        this.policies = policies;
    }

    /** Posts, each heard when it says. */
    Story hear(Told... told) {
        for (var each : told) {
            now = each.post().published().receivedAt();
            take(each.published());
        }
        return this;
    }

    /** Something that happened to a post, heard now. */
    Story hear(Activity... activities) {
        for (var activity : activities) {
            take(activity);
        }
        return this;
    }

    private void take(Activity activity) {
        var known = entries.get(activity.id());
        if (known != null) {
            touch(known.after(activity), false);
        } else if (activity instanceof Activity.Published(Post post)) {
            touch(filed(post), true);
        } else {
            early.add(activity);
        }
    }

    private Entry filed(Post post) {
        var side = policies.current().sideOf(post.author(), post.text());
        var entry = Entry.of(post, side, policies.current().rule(post, side));
        for (var before : early) {
            entry = before.id().equals(post.id()) ? entry.after(before) : entry;
        }
        return entry;
    }

    private void touch(Entry entry, boolean isNew) {
        entries.put(entry.id(), entry);
        var touched = List.of(new Conversation.Touched(entry, isNew));
        FoldStep step;
        do {
            step =
                    new Conversation(CONVERSATION, policies, now)
                            .next(newest(), touched, this::timeline);
            step.decided().ifPresent(this::write);
        } while (step instanceof FoldStep.FollowedByNext);
    }

    /** Looks at the clock at this minute, as often as it asks for. */
    Story remind(double minute) {
        return remind(minute(minute));
    }

    private Story remind(Instant at) {
        now = at;
        var stepKey = now().stepKey();
        while (stepKey != null && !stepKey.isAfter(now)) {
            var decided = new Reminder(policies, now).decide(now());
            if (decided.equals(now())) {
                throw new AssertionError(
                        "The clock asks for a look and nothing is due: " + stepKey);
            }
            write(decided);
            stepKey = now().stepKey();
        }
        return this;
    }

    /** Looks at the clock at each instant that it asks for, up to this minute. */
    Story passUntil(double minute) {
        var stepKey = now().stepKey();
        while (stepKey != null && !stepKey.isAfter(minute(minute))) {
            remind(stepKey.isBefore(now) ? now : stepKey);
            stepKey = now().stepKey();
        }
        now = minute(minute);
        return this;
    }

    /** A command of somebody who sees the case as it is. */
    Story order(double minute, Command.Request order) {
        var of = now();
        var progress = of.progress();
        return order(
                minute,
                new Command.Seen(of.version(), progress.frontier(), progress.folded()),
                order);
    }

    Story order(double minute, Command.@Nullable Seen seen, Command.Request order) {
        now = minute(minute);
        orders++;
        var command = new Command("order-" + orders, now().id(), now, "ann", seen, order);
        write(new Commands(policies, now).apply(now(), command));
        return this;
    }

    /** Keeps the case and carries out what it decided. */
    private void write(Case decided) {
        done.addAll(decided.pending());
        var settled =
                decided.pending().isEmpty()
                        ? decided
                        : CaseRevision.of(
                                decided, decided.change().pending(List.of()), policies, now);
        if (cases.isEmpty() || !cases.getLast().id().equals(settled.id())) {
            cases.add(settled);
        } else {
            cases.set(cases.size() - 1, settled);
        }
    }

    private @Nullable Case newest() {
        return cases.isEmpty() ? null : cases.getLast();
    }

    /** The newest case. */
    Case now() {
        return cases.getLast();
    }

    List<Case> cases() {
        return List.copyOf(cases);
    }

    Timeline timeline() {
        return new Timeline(List.copyOf(entries.values()));
    }

    /** The newest cycle of the newest case. */
    WaitCycle clock() {
        var clock = now().response();
        if (clock == null) {
            throw new AssertionError("Nothing was promised");
        }
        return clock;
    }

    /** Everything that was decided, oldest first. */
    List<Pending> done() {
        return List.copyOf(done);
    }

    /** The steps that somebody was told of, as {@code 50% team:care}. */
    List<String> told() {
        return notices().map(n -> n.step() + " " + n.recipient()).toList();
    }

    java.util.stream.Stream<Notice> notices() {
        return done.stream()
                .filter(Pending.Tell.class::isInstance)
                .map(tell -> ((Pending.Tell) tell).notice());
    }

    List<Pending.Correct> corrected() {
        return done.stream()
                .filter(Pending.Correct.class::isInstance)
                .map(Pending.Correct.class::cast)
                .toList();
    }

    List<Pending.Action> actions(String kind) {
        return done.stream()
                .filter(Pending.Action.class::isInstance)
                .map(Pending.Action.class::cast)
                .filter(action -> action.kind().equals(kind))
                .toList();
    }
}
