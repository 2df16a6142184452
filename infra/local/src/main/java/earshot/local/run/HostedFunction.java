package earshot.local.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import earshot.local.text.Invocation;
import earshot.stack.FunctionResource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One function as the managed runtime runs it: an instance answers one call at a time, a call too
 * many waits for or makes another instance, and an instance that overran its timeout is never used
 * again.
 */
final class HostedFunction {
    private final FunctionResource resource;
    private final Supplier<RequestStreamHandler> construction;
    private final Clock clock;
    private final ConcurrentLinkedDeque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore places;

    /**
     * @param construction makes an instance, its environment given
     * @param mostAtOnce how many instances may be at work
     */
    HostedFunction(
            FunctionResource resource,
            Supplier<RequestStreamHandler> construction,
            int mostAtOnce,
            Clock clock) {
        this.resource = resource;
        this.construction = construction;
        this.clock = clock;
        this.places = new Semaphore(mostAtOnce, true);
    }

    FunctionResource resource() {
        return resource;
    }

    String name() {
        return resource.logicalId();
    }

    /** Makes the first instance before the first call, so that its faults show at the start. */
    void warm() {
        idle.push(construction.get());
    }

    Invocation invoke(byte[] event) throws InterruptedException {
        places.acquire();
        try {
            var waiting = idle.poll();
            return call(waiting == null ? construction.get() : waiting, event);
        } finally {
            places.release();
        }
    }

    private Invocation call(RequestStreamHandler instance, byte[] event)
            throws InterruptedException {
        var work = new FutureTask<String>(() -> handle(instance, event));
        var thread = Thread.ofVirtual().name(name()).unstarted(work);
        thread.setContextClassLoader(instance.getClass().getClassLoader());
        thread.start();
        try {
            var output = work.get(resource.timeout().toMillis(), TimeUnit.MILLISECONDS);
            idle.push(instance);
            return new Invocation.Answered(output);
        } catch (ExecutionException e) {
            idle.push(instance);
            return new Invocation.Failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            work.cancel(true);
            return new Invocation.TimedOut();
        }
    }

    private String handle(RequestStreamHandler instance, byte[] event) throws IOException {
        var output = new ByteArrayOutputStream();
        var deadline = clock.instant().plus(resource.timeout());
        var context = new CallContext(resource, UUID.randomUUID().toString(), clock, deadline);
        instance.handleRequest(new ByteArrayInputStream(event), output, context);
        return output.toString(StandardCharsets.UTF_8);
    }
}
