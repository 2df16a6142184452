package earshot.youtubecomments;

import earshot.casebook.CaseTable;
import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.policy.PolicyFile;
import earshot.queue.QueueSender;
import earshot.queue.SdkQueueSender;
import earshot.queue.Wire;
import earshot.settings.Settings;
import earshot.testkit.LocalCloud;
import earshot.testkit.MovableClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The function as it is built, with a real queue and table, and a Data API of ours. */
final class Rig implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    static final Duration MINUTE = Duration.ofMinutes(1);
    final MovableClock clock = MovableClock.at(NOON);
    final FakeDataApi api = new FakeDataApi();
    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    final Map<String, String> environment;
    private final LocalCloud cloud;

    Rig(LocalCloud cloud) {
        this.cloud = cloud;
        environment = new HashMap<>(cloud.environment());
        environment.put("EARSHOT_YOUTUBE_API_URL", api.url().toString());
        environment.put("EARSHOT_YOUTUBE_API_KEY", FakeDataApi.KEY);
    }

    /** Names the channel in the policy in force. */
    void connect() {
        var named =
                "accounts: [{network: youtube, account: \"%s\", team: care}]"
                        .formatted(FakeDataApi.CHANNEL);
        var policy = PolicyFile.defaults().replace("accounts: []", named);
        table().policies(clock).push(policy, "ann");
    }

    CaseTable table() {
        return new CaseTable(cloud.dynamoDb(), cloud.table());
    }

    YoutubeCommentsFunction function(QueueSender sender) {
        var out = new PrintStream(log, true, StandardCharsets.UTF_8);
        return new YoutubeCommentsFunction(
                environment, new Settings(environment), sender, clock, out);
    }

    /** One invocation of a function that has just started. */
    void poll() {
        poll(new SdkQueueSender(cloud.sqs()));
    }

    void poll(QueueSender sender) {
        function(sender).poll();
    }

    void minutes(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(MINUTE);
            poll();
        }
    }

    List<Activity> sent() {
        return cloud.drain("PostsQueue").stream().map(Wire::activity).toList();
    }

    Json line() {
        var lines = log.toString(StandardCharsets.UTF_8).lines().toList();
        return Json.parse(lines.getLast());
    }

    String outcome() {
        return Objects.requireNonNullElse(line().text("outcome"), "");
    }

    @Override
    public void close() {
        api.close();
    }
}
