package earshot.policy;

import earshot.domain.policy.Ladder;
import earshot.domain.policy.Step;
import earshot.domain.policy.StepTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code ladders}, and writes its repetitions out. */
final class LadderReader {
    private static final int MOST_REPETITIONS = 50;
    private static final Pattern PERCENT = Pattern.compile("([1-9][0-9]?) ?%");
    private static final Pattern AFTER_DUE = Pattern.compile("due ?\\+ ?(.+)");

    private final Spelling<String> recipient;
    private final List<Step> steps = new ArrayList<>();

    private LadderReader(Spelling<String> recipient) {
        this.recipient = recipient;
    }

    static Ladder read(List<Section> rungs, Spelling<String> recipient) {
        var reader = new LadderReader(recipient);
        rungs.forEach(reader::rung);
        return new Ladder(reader.steps);
    }

    private void rung(Section rung) {
        var at = rung.optional("at", LadderReader::when);
        var every = rung.optional("every", Spellings::working);
        var to = rung.oneOrMore("to", recipient);
        if (rung.has("at") == rung.has("every")) {
            rung.fault(rung.place(), "has either at (50 %, due, due + 15 min) or every");
        }
        if (at != null) {
            add(rung, at, to);
        }
        if (every != null) {
            repeat(rung, every, to);
        }
        rung.done();
    }

    private void repeat(Section rung, Duration every, List<String> to) {
        var times = rung.required("atMost", Spellings.integer(1, MOST_REPETITIONS));
        var delay = lastDelay();
        for (int i = 0; times != null && i < times; i++) {
            delay = delay.plus(every);
            add(rung, new StepTime.AfterDue(delay), to);
        }
    }

    /** How long after due the steps so far reach; a repetition goes on from there. */
    private Duration lastDelay() {
        return !steps.isEmpty()
                        && steps.getLast().when() instanceof StepTime.AfterDue(Duration delay)
                ? delay
                : Duration.ZERO;
    }

    private void add(Section rung, StepTime when, List<String> to) {
        @Nullable StepTime before = steps.isEmpty() ? null : steps.getLast().when();
        if (before != null && when.compareTo(before) <= 0) {
            rung.fault(
                    rung.place(),
                    "%s does not come after %s; write the steps in their order"
                            .formatted(when.spelled(), before.spelled()));
            return;
        }
        steps.add(Step.of(when, to));
    }

    private static StepTime when(String text) {
        if (text.equals("due")) {
            return new StepTime.AtDue();
        }
        var percent = PERCENT.matcher(text);
        if (percent.matches()) {
            return new StepTime.AtPercent(Integer.parseInt(percent.group(1)));
        }
        var after = AFTER_DUE.matcher(text);
        if (after.matches()) {
            return new StepTime.AfterDue(Spellings.working(after.group(1)));
        }
        throw new IllegalArgumentException(
                text + " is no instant of a ladder; write 50 %, due, or due + 15 min");
    }
}
