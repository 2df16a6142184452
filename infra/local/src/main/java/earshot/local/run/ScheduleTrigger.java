package earshot.local.run;

import earshot.json.Json;
import earshot.local.text.Console;
import earshot.stack.EventSource.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls a function at its schedule's rate: at once when the stack is up, and then each period. */
final class ScheduleTrigger implements AutoCloseable {
    private final Schedule schedule;
    private final HostedFunction function;
    private final Clock clock;
    private final Console console;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("schedule").factory());

    ScheduleTrigger(Schedule schedule, HostedFunction function, Clock clock, Console console) {
        this.schedule = schedule;
        this.function = function;
        this.clock = clock;
        this.console = console;
    }

    void start() {
        var _ =
                timer.scheduleAtFixedRate(
                        this::call, 0, schedule.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void call() {
        try {
            console.failure(function.name(), function.invoke(event()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] event() {
        return Json.object()
                .with("version", "0")
                .with("id", UUID.randomUUID().toString())
                .with("detail-type", "Scheduled Event")
                .with("source", "aws.events")
                .with("account", EmbeddedServers.ACCOUNT)
                .with("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .with("region", EmbeddedServers.REGION)
                .withTexts("resources", java.util.List.of(Arn.of("events", schedule.name())))
                .with("detail", Json.object().build())
                .write()
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
