package earshot.testkit;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container. Where none can be had, the tests that ask for it skip and say why. */
record LocalStackServers(URI dynamoDb, URI sqs) implements Servers {
    /** Later images want an account. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private static @Nullable LocalStackServers running;

    /** The container of this JVM; it is removed when the JVM ends. */
    static synchronized LocalStackServers started() {
        var servers = running;
        if (servers == null) {
            servers = start();
            running = servers;
        }
        return servers;
    }

    private static LocalStackServers start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new TestAbortedException("earshot.cloud=localstack needs a Docker engine");
        }
        try {
            // Removed by Testcontainers' own companion, which outlives this JVM.
            @SuppressWarnings("resource")
            var container =
                    new LocalStackContainer(DockerImageName.parse(IMAGE))
                            .withServices("dynamodb", "sqs")
                            .withEnv("DEFAULT_REGION", LocalCloud.REGION);
            container.start();
            return new LocalStackServers(container.getEndpoint(), container.getEndpoint());
        } catch (ContainerFetchException e) {
            throw new TestAbortedException("earshot.cloud=localstack needs the image " + IMAGE, e);
        }
    }
}
