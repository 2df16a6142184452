package earshot.local.story;

import earshot.domain.post.Network;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.local.cases.CaseDesk;
import earshot.local.recordings.Postman;
import earshot.local.text.Console;
import earshot.local.text.UserFault;
import earshot.recordings.NewIds;
import earshot.recordings.RecordedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * The story that {@code ./earshot up} tells: real signed calls, each sent after the last one's
 * entry is there, and at the end the state that the cases must have come to.
 */
public final class Story {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Json script;
    private final Path folder;
    private final StandIn apis;
    private final Postman postman;
    private final CaseDesk desk;
    private final Backlog backlog;
    private final Console console;
    private final Clock clock;
    private final NewIds names;
    private final Map<String, RecordedCall> sent = new HashMap<>();
    private final Map<PostId, Json> expected = new LinkedHashMap<>();
    private final List<PostId> forged = new ArrayList<>();

    /** Tells whether anything that was sent is still on its way to its case. */
    public interface Backlog {
        boolean isEmpty();
    }

    /**
     * @param folder of the files
     */
    public Story(
            Json script,
            Path folder,
            StandIn apis,
            Postman postman,
            CaseDesk desk,
            Backlog backlog,
            Console console,
            Clock clock,
            NewIds names) {
        this.script = script;
        this.folder = folder;
        this.apis = apis;
        this.postman = postman;
        this.desk = desk;
        this.backlog = backlog;
        this.console = console;
        this.clock = clock;
        this.names = names;
    }

    /**
     * The script of the story.
     *
     * @param folder where it lies
     */
    public static Json script(Path folder) {
        var file = folder.resolve("story.json");
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UserFault("The story cannot be read: " + file, e);
        } catch (JsonException e) {
            throw new UserFault("The story %s is no JSON: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Tells it, from the first call to the last reminder.
     *
     * @return everything that is not as expected; none when all is well
     */
    public List<String> tell() throws InterruptedException {
        var faults = new ArrayList<String>();
        for (var scene : script.items("scenes").stream().map(Scene::of).toList()) {
            console.line(Console.Colour.DIM, "-- " + scene.says());
            play(scene, faults);
        }
        console.line(
                Console.Colour.DIM,
                "-- " + Objects.requireNonNullElse(script.text("waits"), "Now we wait"));
        var ending = new StoryEnding(desk, expected, forged);
        until(() -> ending.faults().isEmpty());
        faults.addAll(ending.faults());
        return faults;
    }

    private void play(Scene scene, List<String> faults) throws InterruptedException {
        if (scene.kind() == Scene.Kind.ASKED) {
            filed(scene, posts(scene, asked(scene), apis.page(scene.file())));
            return;
        }
        var delivery =
                switch (scene.kind()) {
                    case SEND, ASKED -> postman.freshen(folder.resolve(scene.file()), names);
                    case AGAIN ->
                            Objects.requireNonNull(sent.get(scene.file()), "sent before: again");
                    case FORGED ->
                            postman.forge(postman.freshen(folder.resolve(scene.file()), names));
                };
        sent.put(scene.file(), delivery);
        int status = postman.send(delivery).statusCode();
        var hearing = postman.hearing(delivery);
        int wanted = scene.kind() == Scene.Kind.FORGED ? hearing.signature().refusal() : 200;
        if (status != wanted) {
            faults.add("%s: answered %d, not %d".formatted(scene.says(), status, wanted));
            return;
        }
        var posts = posts(scene, hearing.network(), Json.parse(delivery.body()));
        if (scene.kind() == Scene.Kind.FORGED) {
            console.line(Console.Colour.GREEN, "  refused with " + status);
            forged.addAll(posts);
        } else {
            filed(scene, posts);
        }
    }

    private static Network asked(Scene scene) {
        return Objects.requireNonNull(scene.network(), "what is asked for names its network");
    }

    private void filed(Scene scene, List<PostId> posts) throws InterruptedException {
        posts.stream()
                .filter(_ -> scene.ends().has("status"))
                .forEach(post -> expected.put(post, scene.ends()));
        until(() -> posts.stream().allMatch(this::isFiled) && backlog.isEmpty());
    }

    private static List<PostId> posts(Scene scene, Network network, Json body) {
        return scene.posts().stream()
                .map(place -> place.first(body).text())
                .filter(Objects::nonNull)
                .map(id -> new PostId(network, id))
                .toList();
    }

    private boolean isFiled(PostId post) {
        var conversation = desk.table().addresses().look(post).conversation();
        return conversation != null && desk.table().entries().find(conversation, post).isPresent();
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        while (!condition.getAsBoolean() && clock.instant().isBefore(end)) {
            Thread.sleep(GLANCE);
        }
    }
}
