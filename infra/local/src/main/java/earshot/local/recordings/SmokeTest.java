package earshot.local.recordings;

import earshot.casebook.CaseTable;
import earshot.domain.cases.Case;
import earshot.domain.cases.Command.Request;
import earshot.domain.cases.Status;
import earshot.domain.post.PostId;
import earshot.local.cases.CaseDesk;
import earshot.local.text.OneLine;
import earshot.local.text.Spans;
import earshot.local.text.UserFault;
import earshot.recordings.RecordedCall;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Sends a recorded delivery as its network would, and follows it: the answer, the case, and by
 * commands its tag and its end, before the first step of its ladder. Each stage is a line.
 */
public final class SmokeTest {
    private static final String TAG = "test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final CaseDesk desk;
    private final CaseTable table;
    private final Clock clock;
    private final PrintWriter out;
    private final String by;

    public SmokeTest(CaseDesk desk, Clock clock, PrintWriter out, String by) {
        this.desk = desk;
        this.table = desk.table();
        this.clock = clock;
        this.out = out;
        this.by = by;
    }

    /** A stage did not come to what it should: the line that says so is printed. */
    private static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        FailedException(String reason) {
            super(reason);
        }
    }

    /**
     * @param posts what the delivery brings, each of which makes a case or goes into one
     * @return whether every stage came to what it should
     */
    public boolean run(Postman postman, URI target, RecordedCall call, List<PostId> posts)
            throws InterruptedException {
        try {
            stage("sent", () -> sent(postman, target, call));
            var cases = stage("filed", () -> filed(posts));
            warn(cases);
            for (var each : cases) {
                stage("tagged", () -> ordered(each, new Request.Tag(TAG, false)));
                stage("resolved", () -> resolved(each));
                stage("nobody told", () -> silent(each));
            }
            return true;
        } catch (FailedException _) {
            return false;
        }
    }

    private <T> T stage(String name, Callable<T> work)
            throws FailedException, InterruptedException {
        var began = clock.instant();
        try {
            var result = work.call();
            line("ok    ", name, began, result instanceof List<?> ? "" : result.toString());
            if (result instanceof List<?> list) {
                list.forEach(each -> out.println("         " + ((Case) each).id()));
            }
            return result;
        } catch (InterruptedException e) {
            throw e;
        } catch (FailedException | UserFault e) {
            var reason = String.valueOf(e.getMessage());
            line("FAILED", name, began, reason);
            throw new FailedException(reason);
        } catch (Exception e) { // Callable declares no narrower type: all others are faults of ours
            throw e instanceof RuntimeException fault ? fault : new IllegalStateException(e);
        }
    }

    private void line(String word, String stage, Instant began, String more) {
        var took = Duration.between(began, clock.instant()).toMillis();
        out.println("%s %-12s %6d ms  %s".formatted(word, stage, took, OneLine.of(more)).strip());
        out.flush();
    }

    private static String sent(Postman postman, URI target, RecordedCall call)
            throws FailedException, InterruptedException {
        var answer = postman.send(target, call);
        var told = answer.statusCode() + " by " + target;
        if (answer.statusCode() / 100 != 2) {
            throw new FailedException(told + " " + OneLine.of(answer.body(), 200));
        }
        return told;
    }

    private List<Case> filed(List<PostId> posts) throws FailedException, InterruptedException {
        var end = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(end)) {
            var found = posts.stream().map(this::find).toList();
            if (found.stream().allMatch(Optional::isPresent)) {
                return found.stream().flatMap(Optional::stream).distinct().toList();
            }
            Thread.sleep(GLANCE);
        }
        throw new FailedException(
                "no case after %d s. Look at ./earshot quarantine list, ./earshot dead-letters list"
                        .formatted(PATIENCE.toSeconds()));
    }

    /** The case of a post once it is filed and folded. */
    private Optional<Case> find(PostId post) {
        var conversation = table.addresses().look(post).conversation();
        return conversation == null || table.entries().find(conversation, post).isEmpty()
                ? Optional.empty()
                : table.cases().newest(conversation);
    }

    /** A policy may be quicker than we are. */
    private void warn(List<Case> cases) {
        for (var each : cases) {
            var step = each.stepKey();
            if (step != null && step.isBefore(clock.instant().plusSeconds(30))) {
                out.println(
                        "         its first step is %s: by this policy somebody may be told"
                                .formatted(Spans.left(step, clock.instant())));
            }
        }
    }

    private String ordered(Case of, Request order) throws FailedException, InterruptedException {
        var action = desk.order(desk.get(of.id().toString()), by, order);
        if (action.isEmpty()) {
            throw new FailedException("the command was not applied");
        }
        var refused = action.get().details().get("refused");
        if (refused != null) {
            throw new FailedException(refused);
        }
        return action.get().kind();
    }

    private String resolved(Case of) throws FailedException, InterruptedException {
        ordered(of, new Request.Resolve(TAG));
        var now = desk.get(of.id().toString());
        if (now.status() != Status.RESOLVED) {
            throw new FailedException("it is " + now.status().word());
        }
        return "reason " + TAG;
    }

    private String silent(Case of) throws FailedException {
        var told = new ArrayList<String>();
        table.notices().of(of.id().conversation()).stream()
                .map(kept -> kept.notice())
                .filter(notice -> notice.caseId().equals(of.id()))
                .forEach(notice -> told.add(notice.step() + " to " + notice.recipient()));
        if (!told.isEmpty()) {
            throw new FailedException("told: " + String.join(", ", told));
        }
        return "";
    }
}
