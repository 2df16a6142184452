package earshot.polling;

import earshot.domain.post.Network;
import earshot.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A feed that answers as another does, with something in the way. */
final class Fragile implements PolledNetwork {
    private final PolledNetwork feed;
    private int steps;
    private int refusesAt = -1;
    private int asked;
    private String hidden = "";
    private boolean fails;
    private boolean isSlow;
    private int meanwhileAt;
    private Runnable meanwhile = () -> {};
    private Refusal refusal = Refusal.Halt.RATIONED;

    /**
     * @param steps before the stop: two for each question
     */
    Fragile(PolledNetwork feed, int steps) {
        this.feed = feed;
        this.steps = steps;
    }

    /** An error, so that nothing in the caller answers. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Refuses one question, counted from one. */
    Fragile refusing(int question, Refusal why) {
        refusesAt = question;
        refusal = why;
        return this;
    }

    /** Leaves a post out of the lists, and does not say that it is gone. */
    Fragile hiding(String id) {
        hidden = id;
        return this;
    }

    /** Breaks as our own code may. */
    Fragile failing() {
        fails = true;
        return this;
    }

    /** What happens elsewhere while one question is answered, counted from one. */
    Fragile meanwhile(int question, Runnable elsewhere) {
        meanwhileAt = question;
        meanwhile = elsewhere;
        return this;
    }

    Fragile taking(MovableClock clock, Duration each) {
        meanwhile = () -> clock.advance(each);
        isSlow = true;
        return this;
    }

    @Override
    public Network network() {
        return feed.network();
    }

    @Override
    public Reply<Page> threads(String account, @Nullable String token, Instant at) {
        return between(() -> shown(feed.threads(account, token, at)));
    }

    @Override
    public Reply<Page> replies(String account, Sighting root, @Nullable String token, Instant at) {
        return between(() -> feed.replies(account, root, token, at));
    }

    @Override
    public Reply<Set<String>> gone(String account, List<String> ids) {
        return between(() -> feed.gone(account, ids));
    }

    private <T> Reply<T> between(Supplier<Reply<T>> question) {
        step();
        asked++;
        if (fails) {
            throw new IllegalStateException("a fault of ours");
        }
        if (asked == meanwhileAt || isSlow) {
            meanwhile.run();
        }
        var answer = asked == refusesAt ? Reply.<T>refused(refusal) : question.get();
        step();
        return answer;
    }

    private Reply<Page> shown(Reply<Page> asked) {
        return switch (asked) {
            case Reply.Answered<Page>(var page) ->
                    Reply.answered(
                            new Page(
                                    page.resource(),
                                    page.sightings().stream()
                                            .filter(s -> !s.id().equals(hidden))
                                            .toList(),
                                    page.unreadable(),
                                    page.next()));
            case Reply.Refused<Page> refused -> refused;
        };
    }

    private void step() {
        if (steps-- == 0) {
            throw new Stopped();
        }
    }
}
