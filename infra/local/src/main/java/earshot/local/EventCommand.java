package earshot.local;

import earshot.local.recordings.Postman;
import earshot.local.recordings.Signer;
import earshot.local.run.Endpoints;
import earshot.local.run.LocalEnvironment;
import earshot.local.text.OneLine;
import earshot.local.text.Project;
import earshot.local.text.UserFault;
import earshot.recordings.NewIds;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./earshot event}: a recorded delivery, as if it came from the network now. */
@Command(
        name = "event",
        mixinStandardHelpOptions = true,
        description = "Sends a recorded delivery to the running stack, as if it came just now.")
final class EventCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Such as events/facebook/comment.json.")
    private Path file = Path.of("");

    @Option(names = "--to", paramLabel = "URL", description = "Another stack: scheme and host.")
    private @Nullable URI to;

    @Option(names = "--keep-ids", description = "The same ids again: a duplicate delivery.")
    private boolean keepIds;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder of the stack.")
    private @Nullable Path data;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new UserFault("There is no event file " + file);
        }
        var project = Project.ofThisProcess();
        var surroundings = LocalEnvironment.of(project.secrets(), System.getenv());
        var address = to == null ? Endpoints.read(project.data(data)).http() : to;
        var template = StackOptions.template(project, surroundings);
        var signer = new Signer(template, _ -> surroundings.variables());
        var postman = new Postman(address, project.events(), signer, Clock.systemUTC());
        var names = keepIds ? NewIds.same() : new NewIds(new SecureRandom());
        var answer = postman.send(postman.freshen(file, names));
        var out = spec.commandLine().getOut();
        out.println((answer.statusCode() + " " + OneLine.of(answer.body(), 200)).strip());
        out.flush();
        return answer.statusCode() < 400 ? 0 : 1;
    }
}
