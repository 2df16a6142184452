package earshot.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.CaseId;
import earshot.domain.cases.Status;
import earshot.domain.post.Network;
import earshot.domain.post.PostId;
import earshot.local.cases.CaseDesk;
import earshot.local.cases.CaseLines;
import earshot.local.recordings.Postman;
import earshot.local.recordings.Signer;
import earshot.local.run.AwsClients;
import earshot.local.run.EmbeddedServers;
import earshot.local.run.FrontDoor;
import earshot.local.run.LocalEnvironment;
import earshot.local.run.RunningStack;
import earshot.local.text.Console;
import earshot.local.text.Project;
import earshot.queue.ClockMessage;
import earshot.queue.QuarantineWire;
import earshot.queue.Quarantined;
import earshot.queue.Wire;
import earshot.recordings.NewIds;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What whoever runs a stack does to it, by the commands themselves, with the functions as they are
 * deployed. Their zips are made by {@code mvn package}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String FACEBOOK = "events/facebook";

    private final Project project = Project.ofThisProcess();
    private final Clock clock = Clock.systemUTC();
    private final Console console =
            new Console(
                    new PrintStream(new ByteArrayOutputStream(), true, UTF_8), System.err, false);
    private final LocalEnvironment secrets = LocalEnvironment.of(project.secrets(), Map.of());
    private final Path data;
    private final RunningStack stack;

    /** What a command said, and how it ended. */
    private record Said(int code, String text) {}

    OperationsTest(@TempDir Path data) {
        this.data = data;
        this.stack = start();
    }

    private RunningStack start() {
        return RunningStack.start(
                project.template(),
                secrets,
                FrontDoor.on(0, clock, console),
                () -> EmbeddedServers.start(null),
                _ -> {},
                console,
                clock);
    }

    @BeforeAll
    void open() {
        stack.open();
        stack.endpoints().write(data);
    }

    @AfterAll
    void close() {
        stack.close();
    }

    private Said run(String... arguments) {
        var all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        var said = new StringWriter();
        var writer = new PrintWriter(said, true);
        int code = Main.commandLine().setOut(writer).setErr(writer).execute(all);
        return new Said(code, said.toString());
    }

    @Test
    void aSmokeTestGoesFromTheWebhookIntoACaseThatNobodyIsToldOf() {
        var said = run("send", "facebook", "comment");

        assertThat(said.text())
                .contains("ok     sent", "ok     filed", "ok     tagged", "ok     resolved")
                .contains("ok     nobody told");
        assertThat(said.code()).isZero();
        var listed = run("case", "list", "--status", "resolved");
        assertThat(listed.text()).contains("Jon Aarvik");
        try (var desk = new CaseDesk(stack.endpoints(), clock)) {
            assertThat(
                            desk.list(List.of(Status.RESOLVED)).stream()
                                    .filter(of -> of.desk().tags().contains("test"))
                                    .allMatch(of -> CaseLines.reason(of).equals("test")))
                    .isTrue();
        }
    }

    @Test
    void aSmokeTestSaysWhichStageFailed() {
        var elsewhere = stack.endpoints().http() + "/webhooks/nobody";

        var said = run("send", "facebook", "comment", "--to", elsewhere);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("FAILED sent", "404");
        var nobody = run("send", "facebook", "comment", "--to", "http://127.0.0.1:1");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.text()).contains("FAILED sent", "Nobody answers");
        assertThat(run("send", "facebook", "reaction").code()).isEqualTo(2);
        assertThat(run("send", "facebook", "no-such-kind").code()).isEqualTo(2);
    }

    @Test
    void whatAMendedReaderReadsLeavesTheQuarantineAndWhatItCannotReadStays() throws Exception {
        var file = project.folder().resolve(FACEBOOK).resolve("comment.json");
        var signer = new Signer(stack.template(), _ -> secrets.variables());
        var postman = new Postman(stack.endpoints().http(), project.events(), signer, clock);
        var names = new NewIds(new Random(11));
        var body = postman.freshen(file, names).body();
        keep("mended/1", body);
        keep("broken/1", "{\"object\":\"page\",\u001b[2J".getBytes(UTF_8));

        var listed = run("quarantine", "list").text();
        assertThat(listed).contains("mended/1", "broken/1", "facebook", "no id");
        var shown = run("quarantine", "show", "broken").text();
        assertThat(shown).contains("user-agent: town", "\\u{1b}[2J").doesNotContain("\u001b");

        var replayed = run("quarantine", "replay", "--network", "facebook");

        assertThat(replayed.text())
                .contains("read   mended/1", "1 to be filed", "STAYS  broken/1", "1 read, 1 stay");
        assertThat(replayed.code()).isEqualTo(1);
        assertThat(run("quarantine", "list").text())
                .contains("broken/1")
                .doesNotContain("mended/1");
        var id = names.renamed("122118004530001_902517740016338");
        eventually(() -> isFiled(new PostId(new Network("facebook"), id)));
        assertThat(run("quarantine", "replay").code()).isEqualTo(2);
        assertThat(run("quarantine", "replay", "nothing-like-it").code()).isEqualTo(2);
    }

    private boolean isFiled(PostId post) {
        try (var desk = new CaseDesk(stack.endpoints(), clock)) {
            return desk.table().addresses().look(post).conversation() != null;
        }
    }

    private void keep(String id, byte[] body) {
        var kept =
                new Quarantined(
                        id,
                        new Network("facebook"),
                        "no id",
                        clock.instant().minusSeconds(3600),
                        null,
                        Map.of("user-agent", "town", "content-type", "application/json"),
                        body);
        QuarantineWire.write(kept).forEach(part -> send("QuarantineQueue", part));
    }

    private void send(String queue, String body) {
        try (var sqs = AwsClients.sqs(stack.endpoints().sqs())) {
            sqs.sendMessage(r -> r.queueUrl(stack.endpoints().queue(queue)).messageBody(body));
        }
    }

    @Test
    void deadLettersAreCountedAndSentToTheirQueueAgain() throws Exception {
        // A step that no case shows: the reminder drops it.
        var step =
                Wire.encode(
                        new ClockMessage(
                                CaseId.parse("facebook:gone~000001"), "2026-11-22T09:30:00.000Z"));
        send("ClockDeadLetters", step);

        assertThat(run("dead-letters", "list").text()).containsPattern("clock +1 +[0-9]+ s");
        var redriven = run("dead-letters", "redrive", "clock");

        assertThat(redriven.text()).contains("clock: 1 of 1 moved");
        assertThat(redriven.code()).isZero();
        assertThat(run("dead-letters", "list").text()).containsPattern("clock +0 +-");
        eventually(() -> stack.isDrained("ClockQueue"));
        assertThat(run("dead-letters", "redrive", "nowhere").code()).isEqualTo(2);
    }

    @Test
    void aTeamIsMutedAndTold() {
        assertThat(run("mute", "nobody", "--for", "2h").code()).isEqualTo(2);
        assertThat(run("mute", "care", "--for", "yesterday").code()).isEqualTo(2);
        assertThat(run("mutes").text()).contains("No team is muted");

        assertThat(run("mute", "care", "--for", "2h", "--why", "a party").code()).isZero();
        assertThat(run("mutes").text()).contains("care", "a party", "0 notices are held");

        assertThat(run("unmute", "care").text()).contains("care is told again");
        assertThat(run("unmute", "care").code()).isEqualTo(1);
    }

    @Test
    void whatAsksByItselfIsPausedAndResumed() {
        var poller = "youtube-comments";

        assertThat(run("pause", poller, "--for", "2h").text()).contains("does nothing until 20");
        assertThat(run("pause", poller).text()).contains("./earshot resume " + poller);
        assertThat(run("resume", poller).code()).isZero();
        assertThat(run("resume", poller).code()).isEqualTo(1);
    }

    @Test
    void whatDoesNotAskByItselfCannotBePaused() {
        assertThat(run("pause", "sweep", "--for", "2h").code()).isEqualTo(2);
        assertThat(run("pause", "facebook").code()).isEqualTo(2);
        assertThat(run("resume", "facebook").code()).isEqualTo(1);
    }

    @Test
    void aCaseIsTagged() {
        assertThat(run("send", "facebook", "visitor-post").code()).isZero();
        String id;
        try (var desk = new CaseDesk(stack.endpoints(), clock)) {
            id =
                    Objects.requireNonNull(desk.list(List.of(Status.RESOLVED)).getFirst().id())
                            .toString();
        }
        assertThat(run("case", "tag", id, "fair").text()).contains(id);
        assertThat(run("case", "show", id).text()).contains("tags       fair, test");
        assertThat(run("case", "tag", id, "fair", "--remove").code()).isZero();
        assertThat(run("case", "show", id).text()).contains("tags       test");
        assertThat(run("case", "tag", id, "two words").code()).isEqualTo(2);
    }

    private void eventually(BooleanSupplier condition) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(end);
            Thread.sleep(50);
        }
    }
}
