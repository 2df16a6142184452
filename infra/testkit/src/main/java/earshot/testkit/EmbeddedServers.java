package earshot.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** DynamoDB Local and ElasticMQ in this JVM, in memory, on free ports. */
record EmbeddedServers(URI dynamoDb, URI sqs) implements Servers {
    private static final String HOST = "127.0.0.1";

    /** Once in a JVM: both take seconds to start, and names keep their users apart. */
    private static final class Holder {
        static final EmbeddedServers SERVERS = new EmbeddedServers(startDynamoDb(), startSqs());
    }

    static EmbeddedServers started() {
        return Holder.SERVERS;
    }

    private static URI startDynamoDb() {
        try {
            var port = Integer.toString(freePort());
            var server =
                    ServerRunner.createServerFromCommandLineArgs(
                            new String[] {
                                "-inMemory", "-sharedDb", "-port", port, "-disableTelemetry"
                            });
            server.start();
            return URI.create("http://" + HOST + ":" + port);
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not start", e);
        }
    }

    private static URI startSqs() {
        var server =
                SQSRestServerBuilder.withInterface(HOST)
                        .withDynamicPort()
                        .withAWSRegion(LocalCloud.REGION)
                        .start();
        var port = server.waitUntilStarted().localAddress().getPort();
        return URI.create("http://" + HOST + ":" + port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
