package earshot.local;

import earshot.local.text.UserFault;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import software.amazon.awssdk.core.exception.SdkException;

/** The commands behind {@code ./earshot}. */
@Command(
        name = "./earshot",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            EventCommand.class,
            CaseCommand.class,
            PolicyCommand.class,
            NetworksCommand.class,
            SecretsCommand.class,
            DoctorCommand.class,
            SendCommand.class,
            QuarantineCommand.class,
            DeadLettersCommand.class,
            MuteCommand.class,
            UnmuteCommand.class,
            MutesCommand.class,
            PauseCommand.class,
            ResumeCommand.class
        },
        description = "A serverless social inbox: heard, timed, answered.")
public final class Main {
    private static final int FAULT = 2;

    private Main() {}

    static {
        // Before any of them logs: what the embedded servers say is for their own developers.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.setProperty("org.slf4j.simpleLogger.log.org.eclipse.jetty", "off");
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(oneLineForFaults())
                .setParameterExceptionHandler(oneLineForMisuse());
    }

    private static IExecutionExceptionHandler oneLineForFaults() {
        return (exception, command, _) -> {
            if (exception instanceof UserFault || exception instanceof SdkException) {
                command.getErr().println(oneLine(exception));
            } else {
                exception.printStackTrace(command.getErr());
            }
            command.getErr().flush();
            return exception instanceof UserFault || exception instanceof SdkException ? FAULT : 1;
        };
    }

    /** What AWS refuses, or who does not answer there, is no fault of this program's either. */
    private static String oneLine(Exception exception) {
        var message = String.valueOf(exception.getMessage());
        return exception instanceof SdkException ? message.replaceAll("\\s+", " ") : message;
    }

    private static IParameterExceptionHandler oneLineForMisuse() {
        return (exception, _) -> {
            PrintWriter err = exception.getCommandLine().getErr();
            var name = exception.getCommandLine().getCommandSpec().qualifiedName();
            err.println(exception.getMessage() + " (" + name + " --help)");
            err.flush();
            return FAULT;
        };
    }
}
