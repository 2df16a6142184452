package earshot.local.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Follows the stream of a table from now on: every write, in the order of each item. */
final class StreamTail implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final Consumer<Record> reader;
    private final Set<String> known = new HashSet<>();
    private final List<String> iterators = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    StreamTail(DynamoDbStreamsClient streams, String streamArn, Consumer<Record> reader) {
        this.streams = streams;
        this.streamArn = streamArn;
        this.reader = reader;
        this.thread = Thread.ofVirtual().name("stream").unstarted(this::follow);
    }

    /** Whatever is written after this is seen. */
    void start() {
        open(ShardIteratorType.LATEST);
        thread.start();
    }

    private void open(ShardIteratorType from) {
        var shards = streams.describeStream(stream -> stream.streamArn(streamArn));
        for (var shard : shards.streamDescription().shards()) {
            if (known.add(shard.shardId())) {
                var opened =
                        streams.getShardIterator(
                                request ->
                                        request.streamArn(streamArn)
                                                .shardId(shard.shardId())
                                                .shardIteratorType(from));
                iterators.add(opened.shardIterator());
            }
        }
    }

    private void follow() {
        try {
            while (!closed) {
                if (!readOnce()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SdkException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    /** True when there was something to read. */
    private boolean readOnce() {
        boolean any = false;
        var next = new ArrayList<String>();
        for (var iterator : iterators) {
            var page = streams.getRecords(request -> request.shardIterator(iterator));
            page.records().forEach(reader);
            any |= !page.records().isEmpty();
            if (page.nextShardIterator() != null) {
                next.add(page.nextShardIterator());
            }
        }
        boolean shardEnded = next.size() < iterators.size();
        iterators.clear();
        iterators.addAll(next);
        if (shardEnded) {
            open(ShardIteratorType.TRIM_HORIZON);
        }
        return any;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        streams.close();
    }
}
