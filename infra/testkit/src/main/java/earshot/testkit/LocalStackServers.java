package earshot.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container. Where none can be had, the tests that ask for it skip and say why. */
record LocalStackServers(URI dynamoDb, URI sqs) implements Servers {
    /** Later images want an account. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private static @Nullable LocalStackServers running;
    private static @Nullable String missing;

    /**
     * The container of this JVM; it is removed when the JVM ends. That none can be had is
     * remembered: it takes a while to find out.
     */
    static synchronized LocalStackServers started() {
        if (missing != null) {
            throw new TestAbortedException(missing);
        }
        var servers = running;
        if (servers == null) {
            try {
                servers = start();
            } catch (TestAbortedException e) {
                missing = e.getMessage();
                throw e;
            }
            running = servers;
        }
        return servers;
    }

    private static LocalStackServers start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new TestAbortedException("earshot.cloud=localstack needs a Docker engine");
        }
        fetch(DockerClientFactory.instance().client());
        // Removed by the hook that Testcontainers leaves in this JVM.
        @SuppressWarnings("resource")
        var container = container();
        container.start();
        return new LocalStackServers(container.getEndpoint(), container.getEndpoint());
    }

    /** Testcontainers would seek for minutes what cannot be had, and again for each class. */
    private static void fetch(DockerClient docker) {
        try {
            docker.inspectImageCmd(IMAGE).exec();
        } catch (NotFoundException _) {
            pull(docker);
        }
    }

    private static void pull(DockerClient docker) {
        try {
            docker.pullImageCmd(IMAGE).start().awaitCompletion();
        } catch (DockerException | DockerClientException e) {
            throw new TestAbortedException("earshot.cloud=localstack needs the image " + IMAGE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the image was fetched", e);
        }
    }

    /** The second providers stream out of DynamoDB itself; the first ones need a Kinesis beside. */
    private static LocalStackContainer container() {
        return new LocalStackContainer(DockerImageName.parse(IMAGE))
                .withServices("dynamodb", "dynamodbstreams", "sqs")
                .withEnv("PROVIDER_OVERRIDE_DYNAMODB", "v2")
                .withEnv("PROVIDER_OVERRIDE_DYNAMODBSTREAMS", "v2")
                .withEnv("DYNAMODB_IN_MEMORY", "1")
                .withEnv("DEFAULT_REGION", LocalCloud.REGION);
    }
}
