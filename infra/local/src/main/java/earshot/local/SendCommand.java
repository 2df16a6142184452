package earshot.local;

import earshot.domain.post.Network;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.json.JsonException;
import earshot.local.cases.CaseDesk;
import earshot.local.recordings.Postman;
import earshot.local.recordings.Signer;
import earshot.local.recordings.SmokeTest;
import earshot.local.run.LocalEnvironment;
import earshot.local.stack.Site;
import earshot.local.text.Project;
import earshot.local.text.UserFault;
import earshot.recordings.NewIds;
import earshot.recordings.RecordedCall;
import earshot.settings.Settings;
import earshot.stack.FunctionResource;
import earshot.stack.SecretResource;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./earshot send}: a smoke test of a stack, from its webhook to its case table. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = {
            "Sends a recorded delivery as if its network did, and follows it into its case, which it"
                    + " tags \"test\" and resolves before anybody is told.",
            "Ends with 1 when a stage failed. ./earshot event FILE sends and follows nothing."
        })
final class SendCommand implements Callable<Integer> {
    @Mixin private final StackOptions stack = new StackOptions();

    @Parameters(
            paramLabel = "FUNCTION",
            index = "0",
            description = "A folder of events/, called as its function.")
    private String function = "";

    @Parameters(paramLabel = "KIND", index = "1", description = "A file of it, such as comment.")
    private String kind = "";

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "The webhook; without it the stack's own.")
    private @Nullable URI to;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();
    private final Project project = Project.ofThisProcess();

    @Override
    public Integer call() throws InterruptedException {
        return StackCommand.at(stack, spec, this::send);
    }

    private int send(Site site, PrintWriter out) throws InterruptedException {
        var file = project.events().resolve(function).resolve(kind + ".json");
        var names = new NewIds(new SecureRandom());
        var target = to == null ? site.webhook(function) : to;
        var signer = new Signer(site.template(), heard -> settings(site, heard));
        var postman = new Postman(target, project.events(), signer, clock);
        var call = postman.freshen(file, names);
        var posts = posts(file, names, postman.hearing(call).network());
        try (var desk = new CaseDesk(site, clock)) {
            var probe = new SmokeTest(desk, clock, out, StackCommand.login());
            return probe.run(postman, whole(target, call), call, posts) ? 0 : 1;
        }
    }

    /**
     * A webhook's URL as it is; to scheme and host alone the path of the recorded call is added.
     */
    private static URI whole(URI target, RecordedCall call) {
        var path = target.getRawPath();
        return path == null || path.isEmpty() || path.equals("/")
                ? Postman.at(target, call)
                : target;
    }

    /** What the stack itself proves the calls with that this function hears. */
    private static Map<String, String> settings(Site site, FunctionResource heard) {
        return LocalEnvironment.secretOf(heard, site.template().secrets())
                .map(secret -> variables(secret, site.secret(secret)))
                .orElse(Map.of());
    }

    private static Map<String, String> variables(
            SecretResource secret, Map<String, String> members) {
        var variables = new TreeMap<String, String>();
        members.forEach(
                (name, value) -> variables.put(Settings.nameOf(secret.network(), name), value));
        return variables;
    }

    /** The customers' posts that the file brings, as they are called now. */
    private List<PostId> posts(Path file, NewIds names, Network network) {
        var expected = file.resolveSibling(kind + ".expected.json");
        try {
            var posts =
                    Json.parse(Files.readAllBytes(expected)).items("posts").stream()
                            .filter(post -> "published".equals(post.text("type")))
                            .filter(post -> "customer".equals(post.get("author").text("kind")))
                            .map(post -> names.renamed(Objects.requireNonNull(post.text("id"))))
                            .map(id -> new PostId(network, id))
                            .toList();
            if (posts.isEmpty()) {
                throw new UserFault(file + " brings no customer's post: choose one that does");
            }
            return posts;
        } catch (IOException | JsonException e) {
            throw new UserFault("What %s brings cannot be read: %s".formatted(file, expected), e);
        }
    }
}
