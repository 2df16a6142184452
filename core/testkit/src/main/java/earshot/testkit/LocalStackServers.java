package earshot.testkit;

import java.net.URI;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container. Where there is none to be had, the tests that need it skip. */
record LocalStackServers(URI dynamoDb, URI sqs) implements Servers {
    /** Later images want an account. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private static final class Holder {
        static final LocalStackServers SERVERS = start();
    }

    static LocalStackServers started() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new TestAbortedException("earshot.cloud=localstack needs a Docker engine");
        }
        return Holder.SERVERS;
    }

    private static LocalStackServers start() {
        var container =
                new LocalStackContainer(DockerImageName.parse(IMAGE))
                        .withServices("dynamodb", "sqs")
                        .withEnv("DEFAULT_REGION", LocalCloud.REGION);
        container.start();
        return new LocalStackServers(container.getEndpoint(), container.getEndpoint());
    }
}
