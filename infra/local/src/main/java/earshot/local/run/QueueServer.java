package earshot.local.run;

import earshot.local.text.UserFault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.List$;

/**
 * ElasticMQ, in memory or with its messages in an H2 file. The builder of its REST server does not
 * set up the file: that part is done here, as ElasticMQ's own server does it.
 */
final class QueueServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ActorSystem actors;
    private final SQSRestServer server;
    private final URI address;

    private QueueServer(ActorSystem actors, SQSRestServer server) {
        this.actors = actors;
        this.server = server;
        int port = server.waitUntilStarted().localAddress().getPort();
        this.address = URI.create("http://" + EmbeddedServers.HOST + ":" + port);
    }

    /**
     * @param folder where the messages are kept; null for in memory
     */
    static QueueServer start(@Nullable Path folder) {
        var actors = ActorSystem.create("elasticmq");
        var builder =
                SQSRestServerBuilder.withInterface(EmbeddedServers.HOST)
                        .withDynamicPort()
                        .withAWSRegion(EmbeddedServers.REGION)
                        .withAWSAccountId(EmbeddedServers.ACCOUNT)
                        .withActorSystem(actors);
        return new QueueServer(
                actors, (folder == null ? builder : kept(builder, actors, folder)).start());
    }

    private static TheSQSRestServerBuilder kept(
            TheSQSRestServerBuilder builder, ActorSystem actors, Path folder) {
        var keeper =
                actors.actorOf(
                        Props.create(
                                SqlQueuePersistenceActor.class,
                                file(folder),
                                List$.MODULE$.empty()));
        var manager =
                actors.actorOf(
                        Props.create(
                                QueueManagerActor.class,
                                new NowProvider(),
                                StrictSQSLimits$.MODULE$,
                                Option.<ActorRef>apply(keeper)));
        Patterns.ask(keeper, new QueueEvent.Restore(manager), PATIENCE)
                .toCompletableFuture()
                .join();
        return builder.withQueueManagerActor(manager).withQueueEventListener(keeper);
    }

    /** WRITE_DELAY=0: a message that was confirmed survives a kill. */
    private static SqlQueuePersistenceConfig file(Path folder) {
        try {
            var file = Files.createDirectories(folder).toAbsolutePath().resolve("queues");
            return new SqlQueuePersistenceConfig(
                    true, "org.h2.Driver", "jdbc:h2:" + file + ";WRITE_DELAY=0", "", "", false);
        } catch (IOException e) {
            throw new UserFault("The data folder cannot be written: " + e.getMessage(), e);
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        server.stopAndWait();
        actors.terminate();
    }
}
