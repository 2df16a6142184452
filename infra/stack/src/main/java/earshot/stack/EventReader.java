package earshot.stack;

import earshot.stack.EventSource.HttpRoute;
import earshot.stack.EventSource.Schedule;
import earshot.stack.EventSource.SqsTrigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the event sources of a function. */
final class EventReader {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)");
    private static final int BATCH = 10;

    private EventReader() {}

    static List<EventSource> read(Section events, QueueArns arns) {
        var sources = new ArrayList<EventSource>();
        events.named()
                .forEach(
                        (name, event) -> {
                            var source = source(name, event, arns);
                            if (source != null) {
                                sources.add(source);
                            }
                        });
        return sources;
    }

    private static @Nullable EventSource source(String name, Section event, QueueArns arns) {
        var properties = event.section("Properties");
        var type = event.text("Type");
        event.finish();
        return switch (type) {
            case "HttpApi" -> route(name, properties);
            case "SQS" -> trigger(name, properties, arns);
            case "Schedule" -> schedule(name, properties);
            default -> {
                event.fault("Type", "is no event source that is known here: " + type);
                yield null;
            }
        };
    }

    private static HttpRoute route(String name, Section properties) {
        var version = properties.text("PayloadFormatVersion", "2.0");
        if (!version.equals("2.0")) {
            properties.fault("PayloadFormatVersion", "is not 2.0: " + version);
        }
        var method = properties.text("Method").toUpperCase(Locale.ROOT);
        var route = new HttpRoute(name, method, properties.text("Path"));
        properties.finish("ApiId");
        return route;
    }

    private static SqsTrigger trigger(String name, Section properties, QueueArns arns) {
        var scaling = properties.section("ScalingConfig");
        var responses = properties.texts("FunctionResponseTypes");
        var trigger =
                new SqsTrigger(
                        name,
                        arns.logicalId(properties, "Queue"),
                        properties.number("BatchSize", BATCH),
                        properties.seconds("MaximumBatchingWindowInSeconds", 0),
                        responses.contains("ReportBatchItemFailures"),
                        properties.flag("Enabled", true),
                        scaling.number("MaximumConcurrency", 0));
        scaling.finish();
        properties.finish();
        if (trigger.batchSize() > BATCH && trigger.batchWindow().isZero()) {
            properties.fault(
                    "MaximumBatchingWindowInSeconds", "has to be 1 or more for this batch");
        }
        return trigger;
    }

    private static Schedule schedule(String name, Section properties) {
        var text = properties.text("Schedule");
        var schedule = new Schedule(name, rate(text, properties), properties.flag("Enabled", true));
        properties.finish("Name", "Description");
        return schedule;
    }

    private static Duration rate(String text, Section properties) {
        var rate = RATE.matcher(text);
        if (!rate.matches()) {
            properties.fault("Schedule", "is no rate(N minutes|hours|days): " + text);
            return Duration.ZERO;
        }
        var count = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
