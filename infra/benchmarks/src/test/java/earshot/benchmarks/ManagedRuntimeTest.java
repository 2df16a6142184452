package earshot.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.stack.EventSource;
import earshot.stack.FunctionResource;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every function's zip with its layer, loaded by AWS's own loop as in the managed runtime, takes an
 * event of each kind that calls it; those with SnapStart go through checkpoint and restore first.
 */
@ExtendWith(LocalCloudExtension.class)
class ManagedRuntimeTest {
    private static final Path HOME = Path.of(System.getProperty("earshot.home", "."));

    private final LocalCloud cloud;
    private final Calls calls;

    ManagedRuntimeTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.calls = new Calls(new Project(HOME.toAbsolutePath()), cloud);
    }

    @TestFactory
    Stream<DynamicTest> everyFunctionAnswersWhateverCallsIt() {
        return cloud.template().functions().stream()
                .flatMap(
                        function ->
                                function.events().stream()
                                        .filter(Calls::isNoHandshake)
                                        .map(event -> test(function, event)));
    }

    private DynamicTest test(FunctionResource function, EventSource event) {
        return DynamicTest.dynamicTest(
                function.logicalId() + " " + event.name(), () -> answers(function, event));
    }

    private void answers(FunctionResource function, EventSource source) throws Exception {
        var runtime = ManagedRuntime.of(function.codeUri(), function.layers());
        try (var api = new RuntimeApi(calls.event(function, source))) {
            var environment = calls.environment(function);
            var process = runtime.start(List.of(), function.handler(), environment, api);
            try {
                var answer = api.answer();
                assertThat(answer)
                        .as(runtime.log())
                        .contains(expected(source))
                        .doesNotContain("/error: ");
                assertThat(api.isRestored()).isEqualTo(Calls.isFromASnapshot(function));
            } finally {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private static String expected(EventSource source) {
        return switch (source) {
            case EventSource.HttpRoute _ -> "\"statusCode\":200";
            // Without an access token a mention waits for one.
            case EventSource.SqsTrigger trigger
                    when trigger.queueLogicalId().equals(Calls.FETCHES) ->
                    "{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"}]}";
            case EventSource.SqsTrigger _ -> "{\"batchItemFailures\":[]}";
            case EventSource.Schedule _ -> "";
        };
    }
}
