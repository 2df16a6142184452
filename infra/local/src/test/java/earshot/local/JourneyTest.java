package earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Case;
import earshot.domain.cases.Status;
import earshot.domain.cases.WaitCycle;
import earshot.domain.post.Network;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.local.cases.CaseDesk;
import earshot.local.doctor.Check;
import earshot.local.doctor.Doctor;
import earshot.local.recordings.Postman;
import earshot.local.recordings.Signer;
import earshot.local.run.EmbeddedServers;
import earshot.local.run.Endpoints;
import earshot.local.run.FrontDoor;
import earshot.local.run.LocalEnvironment;
import earshot.local.run.RunningStack;
import earshot.local.run.Servers;
import earshot.local.stack.Finding;
import earshot.local.stack.LocalSite;
import earshot.local.story.NoticeReceiver;
import earshot.local.story.StoryEnding;
import earshot.local.text.Console;
import earshot.local.text.Notification;
import earshot.local.text.Project;
import earshot.recordings.JsonPlaces;
import earshot.recordings.NewIds;
import earshot.testkit.LocalCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The whole road, with the functions as they are deployed: a signed call over HTTP, a case, a
 * notice to a webhook, and a native reply that stops the clock. The zips of the functions are made
 * by {@code mvn package}. With {@code -Dearshot.cloud=localstack} tables and queues are
 * LocalStack's.
 */
class JourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Project project = Project.ofThisProcess();
    private final Clock clock = Clock.systemUTC();
    private final Console console = Console.ofThisProcess();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final NewIds names = new NewIds(new Random(7));
    private final LocalEnvironment secrets = LocalEnvironment.of(project.secrets(), Map.of());
    private final NoticeReceiver receiver =
            NoticeReceiver.start(
                    secrets.get("EARSHOT_NOTIFY_SECRET"), clock, console, this::receive);

    private final RunningStack stack = start();

    private record Notice(String caseId, String step) {}

    private RunningStack start() {
        return RunningStack.start(
                project.template(),
                secrets.withDefaults(Map.of("EARSHOT_NOTIFY_URL", receiver.address().toString())),
                FrontDoor.on(0, clock, console),
                JourneyTest::servers,
                this::pushQuickPolicy,
                console,
                clock);
    }

    private static Servers servers() {
        var lent = LocalCloud.localStack();
        return lent == null ? EmbeddedServers.start(null) : new LentServers(lent, lent);
    }

    /** They serve all tests of this JVM. */
    private record LentServers(URI dynamodb, URI sqs) implements Servers {
        @Override
        public void close() {}
    }

    private void pushQuickPolicy(Endpoints made) {
        try (var desk = new CaseDesk(made, clock)) {
            var quick = Files.readString(project.demoPolicy()).replace("12 s", "10 s");
            desk.push(quick, "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(Json body) {
        for (var told : Notification.of(body)) {
            notices.add(
                    new Notice(
                            Objects.requireNonNull(told.notice().text("caseId")),
                            Objects.requireNonNull(told.notice().text("step"))));
        }
    }

    @BeforeEach
    void open() {
        stack.open();
    }

    @AfterEach
    void close() {
        stack.close();
        receiver.close();
    }

    @Test
    void anUnansweredPostIsRemindedOfUntilANativeReplyStopsItsClock() throws Exception {
        try (var desk = new CaseDesk(stack.endpoints(), clock)) {
            send("01-our-timetable.json");
            eventually(() -> stack.isDrained("PostsQueue"));
            var jon = send("02-stranded.json");
            var mira = send("03-missed.json");
            eventually(() -> isTold(desk, mira, "50%"));
            send("04-our-answer.json");
            eventually(() -> of(desk, mira).status() == Status.ANSWERED);
            eventually(() -> isTold(desk, jon, "due") && isTold(desk, jon, "due+3s"));

            var answered = of(desk, mira);
            assertThat(Objects.requireNonNull(answered.response()).state())
                    .isEqualTo(WaitCycle.State.MET);
            assertThat(notices)
                    .filteredOn(told -> told.caseId().equals(answered.id().toString()))
                    .extracting(Notice::step)
                    .containsOnly("50%");
            assertThat(Objects.requireNonNull(of(desk, jon).response()).state())
                    .isEqualTo(WaitCycle.State.BREACHED);
            assertTheStorysEndIsChecked(desk, mira);
            assertTheDoctorFindsAllWell();
        }
    }

    private void assertTheDoctorFindsAllWell() {
        var findings = new ArrayList<Finding>();
        try (var site = new LocalSite(stack.endpoints(), secrets, stack::template)) {
            new Doctor(Check.all(clock)).look(site, findings::add);
        }
        assertThat(findings).hasSizeGreaterThan(20).noneMatch(Finding::isFault);
    }

    private static void assertTheStorysEndIsChecked(CaseDesk desk, PostId answered) {
        var right = Json.parse("{\"status\":\"answered\",\"clock\":\"met\",\"told\":[\"50%\"]}");
        var wrong = Json.parse("{\"status\":\"open\",\"clock\":\"met\",\"told\":[]}");

        assertThat(new StoryEnding(desk, Map.of(answered, right), List.of()).faults()).isEmpty();
        assertThat(new StoryEnding(desk, Map.of(answered, wrong), List.of()).faults()).hasSize(2);
        assertThat(new StoryEnding(desk, Map.of(), List.of(answered)).faults()).hasSize(1);
    }

    /** The comment that the file brings; of our own post nobody asks. */
    private PostId send(String file) throws InterruptedException {
        var signer = new Signer(stack.template(), _ -> secrets.variables());
        var postman = new Postman(stack.endpoints().http(), project.events(), signer, clock);
        var delivery =
                postman.freshen(project.events().resolve("facebook/demo").resolve(file), names);
        assertThat(postman.send(delivery).statusCode()).isEqualTo(200);
        var value = JsonPlaces.of("/entry/0/changes/0/value").first(Json.parse(delivery.body()));
        var id = Objects.requireNonNullElse(value.text("comment_id"), value.text("post_id"));
        return new PostId(new Network("facebook"), Objects.requireNonNull(id));
    }

    private static Case of(CaseDesk desk, PostId post) {
        return desk.get(Objects.requireNonNull(conversation(desk, post), "filed"));
    }

    private static @Nullable String conversation(CaseDesk desk, PostId post) {
        var conversation = desk.table().addresses().look(post).conversation();
        return conversation == null ? null : conversation.value();
    }

    private boolean isTold(CaseDesk desk, PostId post, String step) {
        var conversation = conversation(desk, post);
        return conversation != null && notices.contains(new Notice(conversation + "~000001", step));
    }

    private void eventually(BooleanSupplier condition) throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(clock.instant()).as("still waiting; told: " + notices).isBefore(end);
            Thread.sleep(50);
        }
    }
}
