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

    /** What is created or run here. */
    static final Set<String> LOCAL = Set.of(TABLE, QUEUE, FUNCTION);

    /** What has no local meaning, and why. */
    static final Map<String, String> NOT_LOCAL =
            Map.of(
                    "AWS::Serverless::HttpApi",
                    "The routes are read from the functions' events; one front door serves them.",
                    "AWS::Logs::LogGroup",
                    "What a function logs goes to standard error with --verbose.",
                    "AWS::CloudWatch::Alarm",
                    "Nobody is woken by a machine that somebody sits at.",
                    "AWS::IAM::Role",
                    "The embedded servers let everybody in.",
                    "AWS::IAM::ManagedPolicy",
                    "The embedded servers let everybody in.",
                    "AWS::SNS::Topic",
                    "Nobody subscribes; the announcements stay in their queue to be looked at.",
                    "AWS::SNS::TopicPolicy",
                    "There is no topic to guard.",
                    "AWS::SQS::QueuePolicy",
                    "The embedded servers let everybody in.",
                    "AWS::Pipes::Pipe",
                    "It carries announcements to a topic that nobody subscribes to.");

    private ResourceTypes() {}
}
