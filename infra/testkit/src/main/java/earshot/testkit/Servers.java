package earshot.testkit;

import java.net.URI;

/** Where a DynamoDB and an SQS answer, whoever they are. */
interface Servers {
    URI dynamoDb();

    URI sqs();

    /**
     * The servers that this JVM's tests use, started on the first call and never stopped.
     *
     * @throws org.opentest4j.TestAbortedException where they cannot be had
     */
    static Servers ofThisJvm() {
        return onLocalStack() ? LocalStackServers.started() : EmbeddedServers.started();
    }

    /** What {@code -Dearshot.cloud} asks for. */
    static boolean onLocalStack() {
        var cloud = System.getProperty("earshot.cloud", "embedded");
        return switch (cloud) {
            case "embedded" -> false;
            case "localstack" -> true;
            default ->
                    throw new IllegalArgumentException(
                            "earshot.cloud is neither embedded nor localstack: " + cloud);
        };
    }
}
