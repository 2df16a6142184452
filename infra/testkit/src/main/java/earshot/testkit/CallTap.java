package earshot.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Sits on every call that an SDK client of this JVM makes: counts successful writes with what they
 * cost, and stops a function dead before one of its calls. The SDK finds it by the class path, so
 * that functions are tried as they are built, without a seam of their own.
 */
public final class CallTap implements ExecutionInterceptor {
    private static final ThreadLocal<@Nullable Recording> OPEN = new ThreadLocal<>();

    /** The function stopped here: an error, so that nothing in it answers. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("stopped before a call");
        }
    }

    /**
     * A successful write.
     *
     * @param units of the table alone
     * @param indexUnits of all its indexes
     */
    public record Write(String key, double units, double indexUnits) {}

    /** What a piece of work did on its own thread. */
    public static final class Recording {
        private final int lastCall;
        private final AtomicInteger calls = new AtomicInteger();
        private final List<Write> writes = new ArrayList<>();

        private Recording(int lastCall) {
            this.lastCall = lastCall;
        }

        /** How many calls were made, failed ones included. */
        public int calls() {
            return calls.get();
        }

        public List<Write> writes() {
            return List.copyOf(writes);
        }
    }

    /** Runs work to its end. */
    public static Recording record(Runnable work) {
        return run(work, Integer.MAX_VALUE);
    }

    /**
     * Runs work that is stopped before it makes one call more than allowed.
     *
     * @return whether it came to its end
     */
    public static boolean endsWithin(int calls, Runnable work) {
        try {
            run(work, calls);
            return true;
        } catch (Killed _) {
            return false;
        }
    }

    private static Recording run(Runnable work, int lastCall) {
        var recording = new Recording(lastCall);
        OPEN.set(recording);
        try {
            work.run();
        } finally {
            OPEN.remove();
        }
        return recording;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var open = OPEN.get();
        if (open != null && open.calls.incrementAndGet() > open.lastCall) {
            throw new Killed();
        }
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        if (OPEN.get() == null) {
            return context.request();
        }
        UnaryOperator<SdkRequest> costed =
                request ->
                        switch (request) {
                            case PutItemRequest put ->
                                    put.toBuilder()
                                            .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                                            .build();
                            case UpdateItemRequest update ->
                                    update.toBuilder()
                                            .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                                            .build();
                            default -> request;
                        };
        return costed.apply(context.request());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var open = OPEN.get();
        if (open == null) {
            return;
        }
        switch (context.response()) {
            case PutItemResponse put when context.request() instanceof PutItemRequest request ->
                    open.writes.add(write(request.item().get("sk"), put.consumedCapacity()));
            case UpdateItemResponse update
                    when context.request() instanceof UpdateItemRequest request ->
                    open.writes.add(write(request.key().get("sk"), update.consumedCapacity()));
            default -> {
                // Reads and queues are counted as calls alone.
            }
        }
    }

    private static Write write(
            software.amazon.awssdk.services.dynamodb.model.@Nullable AttributeValue sk,
            ConsumedCapacity capacity) {
        double indexes =
                capacity.globalSecondaryIndexes().values().stream()
                        .mapToDouble(c -> c.capacityUnits())
                        .sum();
        return new Write(sk == null ? "" : sk.s(), capacity.table().capacityUnits(), indexes);
    }
}
