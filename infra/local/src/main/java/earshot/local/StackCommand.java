package earshot.local;

import earshot.local.stack.Site;
import earshot.local.text.UserFault;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What a command does at a stack. */
interface StackCommand {
    /**
     * @return the exit code
     */
    int run(Site site, PrintWriter out) throws InterruptedException;

    /**
     * Does it at the stack that is meant.
     *
     * @throws UserFault when nobody answers there
     */
    static int at(StackOptions stack, CommandSpec spec, StackCommand errand)
            throws InterruptedException {
        var out = spec.commandLine().getOut();
        try (var site = stack.open(System.getenv())) {
            return errand.run(site, out);
        } catch (SdkClientException e) {
            throw StackOptions.nobody(e);
        } finally {
            out.flush();
        }
    }

    /** Whoever sits at the keyboard. */
    static String login() {
        return System.getProperty("user.name", "somebody");
    }
}
