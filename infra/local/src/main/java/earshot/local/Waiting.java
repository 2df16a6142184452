package earshot.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Takes the result of work that ran beside, with the fault as it was thrown there. */
final class Waiting {
    private Waiting() {}

    static <T> T on(CompletableFuture<T> work) {
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
