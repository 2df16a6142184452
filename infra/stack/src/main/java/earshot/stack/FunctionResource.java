package earshot.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One Lambda function of the template, the Globals applied.
 *
 * @param handler the class that is called
 * @param codeUri the zip with {@code lib/*.jar}, absolute
 * @param memory in MB
 */
public record FunctionResource(
        String logicalId,
        String name,
        String handler,
        Path codeUri,
        Duration timeout,
        int memory,
        Map<String, String> environment,
        List<EventSource> events) {
    public FunctionResource {
        environment = Map.copyOf(environment);
        events = List.copyOf(events);
    }
}
