package earshot.local;

import earshot.local.run.Endpoints;
import earshot.local.run.LocalEnvironment;
import earshot.local.stack.AwsAccount;
import earshot.local.stack.DeployedSite;
import earshot.local.stack.LocalSite;
import earshot.local.stack.SamConfig;
import earshot.local.stack.Site;
import earshot.local.text.Project;
import earshot.local.text.UserFault;
import earshot.stack.Template;
import earshot.stack.TemplateException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Which stack a command means: the same options for every command that works on one. */
final class StackOptions {
    @Option(
            names = "--stack",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "A deployed stack, such as earshot-dev. Without it the local one.")
    private @Nullable String stack;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            scope = ScopeType.INHERIT,
            description =
                    "Of the deployed stack; without it as in samconfig.toml, else the AWS CLI's.")
    private @Nullable String region;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Of the AWS CLI; without it the usual one.")
    private @Nullable String profile;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The data folder of the local stack.")
    private @Nullable Path data;

    /**
     * The stack that is meant.
     *
     * @throws UserFault when it cannot be found
     */
    Site open(Map<String, String> environment) {
        var project = Project.ofThisProcess();
        if (stack != null) {
            return deployed(environment);
        }
        var endpoints = Endpoints.read(project.data(data));
        var surroundings = LocalEnvironment.of(project.secrets(), environment);
        return new LocalSite(endpoints, surroundings, () -> template(project, surroundings));
    }

    /** Whether another stack than the local one is meant. */
    boolean isDeployed() {
        return stack != null;
    }

    /** What is said when no service answers. */
    static UserFault nobody(SdkClientException e) {
        return new UserFault(
                "Nobody answers: %s. Is ./earshot up running, or the --stack right?"
                        .formatted(String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
                e);
    }

    static Template template(Project project, LocalEnvironment surroundings) {
        try {
            return Template.read(project.template(), surroundings.parameters(project.template()));
        } catch (TemplateException e) {
            throw new UserFault(String.valueOf(e.getMessage()), e);
        }
    }

    /** The same, of which only a deployed one will do. */
    DeployedSite deployed(Map<String, String> environment) {
        if (stack == null) {
            throw new UserFault("Which stack? Name it: --stack earshot-dev");
        }
        var project = Project.ofThisProcess();
        var where = region == null ? new SamConfig(project.samConfig()).region(stack) : region;
        var account = AwsAccount.of(where, profile, environment);
        return DeployedSite.of(stack, account, project.template());
    }
}
