package earshot.local;

import earshot.local.doctor.SecretCheck;
import earshot.local.stack.DeployedSite;
import earshot.local.stack.SecretEdit;
import earshot.local.text.UserFault;
import earshot.stack.SecretResource;
import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./earshot secrets}: what proves a network's calls, and what signs ours. */
@Command(
        name = "secrets",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "set",
        description =
                "Sets the secrets of a deployed stack; locally they are infra/local/secrets.env.")
final class SecretsCommand {
    @Mixin private final StackOptions stack = new StackOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = {
                "Asks for each secret of a network, or reads lines NAME=value from standard input.",
                "What is not named stays. NAME__ACCOUNT is for one of several accounts; without a"
                        + " value it is taken away. Two live values are separated by a comma."
            })
    int set(
            @Parameters(paramLabel = "NETWORK", description = "facebook, ...; or notify.")
                    String network) {
        try (var site = stack.deployed(System.getenv())) {
            var secret = secret(site, network);
            var members = site.secret(secret);
            var edit = SecretEdit.of(secret, lines(secret, members));
            site.secrets().write(secret, edit.over(members));
            say(said(secret, edit));
        }
        return 0;
    }

    private static SecretResource secret(DeployedSite site, String network) {
        var all = site.template().secrets();
        return all.stream()
                .filter(each -> each.network().equals(network))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UserFault(
                                        "%s has no secret of %s. There is: %s"
                                                .formatted(
                                                        site.name(),
                                                        network,
                                                        all.stream()
                                                                .map(SecretResource::network)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    @SuppressWarnings("SystemConsoleNull") // It was never null in 22, and may be again since 25.
    private static Stream<String> lines(SecretResource secret, Map<String, String> members) {
        var console = System.console();
        return console != null && console.isTerminal()
                ? asked(secret, members, console)
                : new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .lines();
    }

    /** Without an echo; what is left empty stays as it is. */
    private static Stream<String> asked(
            SecretResource secret, Map<String, String> members, Console console) {
        return Stream.concat(secret.required().stream(), secret.optional().stream())
                .map(
                        name -> {
                            var state =
                                    SecretCheck.isSet(members, name)
                                            ? "set; Enter keeps it"
                                            : secret.required().contains(name)
                                                    ? "not set"
                                                    : "not set, need not be";
                            var typed = console.readPassword("%s (%s): ", name, state);
                            return typed == null || typed.length == 0
                                    ? ""
                                    : name + "=" + new String(typed);
                        });
    }

    private static String said(SecretResource secret, SecretEdit edit) {
        return "%s: %s. Functions that run take it within 5 minutes, others at their start."
                .formatted(
                        secret.name(),
                        edit.names().stream()
                                .map(
                                        name ->
                                                name
                                                        + (edit.changes()
                                                                        .getOrDefault(name, "")
                                                                        .isEmpty()
                                                                ? " taken away"
                                                                : " set"))
                                .collect(Collectors.joining(", ")));
    }

    private void say(String text) {
        var out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
