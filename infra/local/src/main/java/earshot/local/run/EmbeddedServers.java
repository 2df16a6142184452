package earshot.local.run;

import earshot.local.text.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local and ElasticMQ inside this process, on free ports of the loopback interface. With a
 * folder both keep what they hold; without one both forget it.
 */
public final class EmbeddedServers implements Servers {
    static final String REGION = "eu-west-1";
    static final String ACCOUNT = "000000000000";
    static final String ACCESS_KEY_ID = "local";
    static final String SECRET_ACCESS_KEY = "local";

    /** The loopback address by number: a name may resolve to IPv6, where nobody listens. */
    public static final String HOST = "127.0.0.1";

    private final DynamoDBProxyServer tables;
    private final QueueServer queues;
    private final URI dynamodb;

    private EmbeddedServers(DynamoDBProxyServer tables, URI dynamodb, QueueServer queues) {
        this.tables = tables;
        this.dynamodb = dynamodb;
        this.queues = queues;
    }

    /**
     * Starts both at once.
     *
     * @param folder where they keep what they hold; null for in memory
     */
    public static EmbeddedServers start(@Nullable Path folder) {
        var queues = Background.start(() -> QueueServer.start(folder));
        int port = freePort();
        var tables = startTables(port, folder);
        return new EmbeddedServers(
                tables, URI.create("http://" + HOST + ":" + port), Background.await(queues));
    }

    private static DynamoDBProxyServer startTables(int port, @Nullable Path folder) {
        var arguments =
                new ArrayList<>(List.of("-sharedDb", "-port", "" + port, "-disableTelemetry"));
        try {
            if (folder == null) {
                arguments.add("-inMemory");
            } else {
                var path = Files.createDirectories(folder.resolve("dynamodb"));
                arguments.addAll(List.of("-dbPath", path.toString()));
            }
            var server =
                    ServerRunner.createServerFromCommandLineArgs(arguments.toArray(String[]::new));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UserFault("The data folder cannot be written: " + e.getMessage(), e);
        } catch (Exception e) { // DynamoDB Local declares no narrower type
            throw new IllegalStateException("DynamoDB Local did not start", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI dynamodb() {
        return dynamodb;
    }

    @Override
    public URI sqs() {
        return queues.address();
    }

    @Override
    public void close() {
        queues.close();
        try {
            tables.stop();
        } catch (Exception e) { // DynamoDB Local declares no narrower type
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        }
    }
}
