package earshot.stack;

import java.time.Duration;

/** What calls a function. */
public sealed interface EventSource {
    /** The name under the function's {@code Events}. */
    String name();

    /**
     * A route of the HTTP API, payload format 2.0.
     *
     * @param method {@code GET}, {@code POST}, ... or {@code ANY}
     */
    record HttpRoute(String name, String method, String path) implements EventSource {}

    /**
     * Messages of one queue.
     *
     * @param queueLogicalId the queue's id in the template
     * @param batchSize the most messages of one call
     * @param batchWindow how long a batch may be collected
     * @param partialFailures whether the function's answer names the messages that failed
     * @param enabled whether the queue is read at all
     * @param maximumConcurrency the most calls at once; 0 where the template sets none
     */
    record SqsTrigger(
            String name,
            String queueLogicalId,
            int batchSize,
            Duration batchWindow,
            boolean partialFailures,
            boolean enabled,
            int maximumConcurrency)
            implements EventSource {}

    /** A call at a steady rate. */
    record Schedule(String name, Duration every, boolean enabled) implements EventSource {}
}
