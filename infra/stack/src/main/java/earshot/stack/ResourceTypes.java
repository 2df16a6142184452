package earshot.stack;

import java.util.Map;
import java.util.Set;

/**
 * The resource types that are run on one machine, and those that mean nothing there, each with the
 * reason. Any other type is a fault.
 */
final class ResourceTypes {
    static final String TABLE = "AWS::DynamoDB::Table";
    static final String QUEUE = "AWS::SQS::Queue";
    static final String FUNCTION = "AWS::Serverless::Function";
    static final String LAYER = "AWS::Serverless::LayerVersion";
    static final String SECRET = "AWS::SecretsManager::Secret";

    /** What is created or run here. */
    static final Set<String> LOCAL = Set.of(TABLE, QUEUE, FUNCTION, LAYER, SECRET);

    /** What has no local meaning, and why. */
    static final Map<String, String> NOT_LOCAL =
            Map.ofEntries(
                    Map.entry(
                            "AWS::Serverless::HttpApi",
                            "The routes are read from the functions' events; one front door serves"
                                    + " them."),
                    Map.entry("AWS::ApiGatewayV2::DomainName", "The front door has no name."),
                    Map.entry("AWS::ApiGatewayV2::ApiMapping", "The front door has no name."),
                    Map.entry("AWS::Lambda::Url", "One front door serves all functions."),
                    Map.entry("AWS::Lambda::Permission", "The front door lets everybody in."),
                    Map.entry(
                            "AWS::Logs::LogGroup",
                            "What a function logs goes to standard error with --verbose."),
                    Map.entry(
                            "AWS::CloudWatch::Alarm",
                            "Nobody is woken by a machine that somebody sits at."),
                    Map.entry("AWS::CloudWatch::Dashboard", "Nothing measures on one machine."),
                    Map.entry("AWS::Logs::MetricFilter", "Nothing measures on one machine."),
                    Map.entry("AWS::IAM::Role", "The embedded servers let everybody in."),
                    Map.entry("AWS::IAM::ManagedPolicy", "The embedded servers let everybody in."),
                    Map.entry(
                            "AWS::SNS::Topic",
                            "Nobody subscribes; the announcements stay in their queue to be looked"
                                    + " at."),
                    Map.entry("AWS::SNS::TopicPolicy", "There is no topic to guard."),
                    Map.entry("AWS::SQS::QueuePolicy", "The embedded servers let everybody in."),
                    Map.entry(
                            "AWS::Pipes::Pipe",
                            "It carries announcements to a topic that nobody subscribes to."));

    private ResourceTypes() {}
}
