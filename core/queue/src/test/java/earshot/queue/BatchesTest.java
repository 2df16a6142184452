package earshot.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class BatchesTest {
    private static final String QUEUE = "http://localhost/queue/posts";

    @Property(tries = 100)
    void noBatchPassesTenEntriesOrTheBytesAndNoneIsLost(
            @ForAll List<@IntRange(min = 0, max = 400_000) Integer> sizes) {
        var messages = sizes.stream().map(size -> Message.of("x".repeat(size))).toList();
        var batches = Batches.cut(messages);
        assertThat(batches)
                .allSatisfy(
                        batch -> {
                            assertThat(batch).hasSizeBetween(1, 10);
                            assertThat(batch.stream().mapToInt(m -> m.body().length()).sum())
                                    .isLessThanOrEqualTo(1_000_000);
                        });
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(messages);
    }

    @Test
    void fourSendsAreInFlightAndNeverMore() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var four = new CountDownLatch(4);
        new Batches(
                        (url, batch) -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            four.countDown();
                            try {
                                assertThat(four.await(5, TimeUnit.SECONDS)).isTrue();
                            } catch (InterruptedException e) {
                                throw new IOException(e);
                            }
                            now.decrementAndGet();
                            return List.of();
                        })
                .send(QUEUE, messages(95));
        assertThat(most).hasValue(4);
    }

    @Test
    void whatIsNotTakenIsTriedAgainAloneUntilItIs() {
        List<List<Message>> calls = Collections.synchronizedList(new ArrayList<>());
        new Batches(
                        (url, batch) -> {
                            calls.add(batch);
                            return batch.size() > 1 ? batch.subList(0, 1) : List.of();
                        })
                .send(QUEUE, messages(3));
        assertThat(calls).extracting(List::size).containsExactly(3, 1);
    }

    @Test
    void whatIsNeverTakenIsNamedByNumber() {
        var calls = new AtomicInteger();
        var batches =
                new Batches(
                        (url, batch) -> {
                            calls.incrementAndGet();
                            return batch.subList(0, Math.min(2, batch.size()));
                        });
        assertThatThrownBy(() -> batches.send(QUEUE, messages(5)))
                .isInstanceOfSatisfying(
                        QueueException.class, e -> assertThat(e.failed()).isEqualTo(2))
                .hasMessage("2 of 5 messages were not confirmed by " + QUEUE);
        assertThat(calls).hasValue(3);
    }

    @Test
    void aRefusalIsNotTriedAgainAndABrokenCallIs() {
        var refusals = new AtomicInteger();
        var refused =
                new Batches(
                        (url, batch) -> {
                            refusals.incrementAndGet();
                            throw new BatchCall.RefusedException("no such queue");
                        });
        assertThatThrownBy(() -> refused.send(QUEUE, messages(1)))
                .hasRootCauseMessage("no such queue");
        assertThat(refusals).hasValue(1);

        var attempts = new AtomicInteger();
        new Batches(
                        (url, batch) -> {
                            if (attempts.incrementAndGet() < 3) {
                                throw new IOException("reset");
                            }
                            return List.of();
                        })
                .send(QUEUE, messages(1));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void oneFailedBatchDoesNotKeepTheOthersFromBeingSent() {
        var sent = new AtomicInteger();
        var batches =
                new Batches(
                        (url, batch) -> {
                            if (batch.get(0).body().equals("0")) {
                                throw new BatchCall.RefusedException("no");
                            }
                            sent.addAndGet(batch.size());
                            return List.of();
                        });
        assertThatThrownBy(() -> batches.send(QUEUE, messages(30)))
                .isInstanceOf(QueueException.class);
        assertThat(sent).hasValue(20);
    }

    @Test
    void nothingToSendSendsNothing() {
        new Batches(
                        (url, batch) -> {
                            throw new IOException("must not be called");
                        })
                .send(QUEUE, List.of());
    }

    private static List<Message> messages(int count) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(Message.of(Integer.toString(i)));
        }
        return messages;
    }
}
