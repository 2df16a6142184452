package earshot.local.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work done beside other work at the start. Each gets a thread: on two cores the common pool has
 * one, and all would be done one after the other.
 */
final class Background {
    private static final Executor THREADS =
            work -> Thread.ofPlatform().daemon().name("start").start(work);

    private Background() {}

    static <T> CompletableFuture<T> start(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, THREADS);
    }

    /** The result, or the fault as it was thrown there. */
    static <T> T await(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
