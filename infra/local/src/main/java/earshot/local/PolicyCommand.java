package earshot.local;

import earshot.local.cases.CaseDesk;
import earshot.local.text.UserFault;
import earshot.policy.PolicyFile;
import earshot.policy.PolicySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkClientException;

/** {@code ./earshot policy}: the rules, targets and ladders that cases are handled by. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "check|push|show",
        description = "Checks, pushes and shows policies.")
final class PolicyCommand {
    @Mixin private final StackOptions stack = new StackOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Command(name = "check", description = "Names everything that is wrong with a policy file.")
    int check(@Parameters(paramLabel = "FILE") Path file) {
        sound(file);
        say(file + " is sound.");
        return 0;
    }

    @Command(name = "push", description = "Puts a policy in force, as a whole, within a minute.")
    int push(@Parameters(paramLabel = "FILE") Path file) {
        var text = sound(file);
        try (var site = stack.open(System.getenv());
                var desk = new CaseDesk(site, Clock.systemUTC())) {
            var by = System.getProperty("user.name", "somebody");
            say("Policy version " + desk.push(text, by) + " is in force.");
        } catch (SdkClientException e) {
            throw StackOptions.nobody(e);
        }
        return 0;
    }

    @Command(name = "show", description = "The policy in force, or an earlier version.")
    int show(
            @Option(names = "--version-number", paramLabel = "N") @Nullable Integer version,
            @Option(names = "--default", description = "The policy that ships.") boolean shipped) {
        if (shipped) {
            say(PolicyFile.defaults());
            return 0;
        }
        try (var site = stack.open(System.getenv());
                var desk = new CaseDesk(site, Clock.systemUTC())) {
            int shown = version == null ? desk.policies().currentVersion() : version;
            say("# version " + shown);
            say(shown == 0 ? PolicyFile.defaults() : desk.policies().text(shown));
        } catch (SdkClientException e) {
            throw StackOptions.nobody(e);
        } catch (IllegalStateException e) {
            throw new UserFault("There is no policy of that version", e);
        }
        return 0;
    }

    private void say(String text) {
        var out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    /**
     * The text of a policy file.
     *
     * @throws UserFault naming each fault in a line, when it may not be pushed
     */
    static String sound(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UserFault("The policy cannot be read: " + file, e);
        }
        var faults = PolicySchema.check(text);
        if (!faults.isEmpty()) {
            throw new UserFault(
                    faults.stream()
                            .map(fault -> file + ": " + fault)
                            .collect(Collectors.joining("\n")));
        }
        return text;
    }
}
