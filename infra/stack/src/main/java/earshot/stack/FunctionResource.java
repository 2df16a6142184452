package earshot.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Lambda function of the template, the Globals applied.
 *
 * @param handler the class that is called
 * @param codeUri the zip with {@code lib/*.jar}, absolute
 * @param layers the zips with {@code java/lib/*.jar} that stand under it, absolute
 * @param memory in MB
 * @param alias what its callers call, {@code live}; null where they call the function itself
 */
public record FunctionResource(
        String logicalId,
        String name,
        String handler,
        Path codeUri,
        List<Path> layers,
        Duration timeout,
        int memory,
        Map<String, String> environment,
        List<EventSource> events,
        @Nullable String alias) {
    public FunctionResource {
        layers = List.copyOf(layers);
        environment = Map.copyOf(environment);
        events = List.copyOf(events);
    }
}
