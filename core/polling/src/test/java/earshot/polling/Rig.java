package earshot.polling;

import earshot.casebook.CaseTable;
import earshot.json.Json;
import earshot.settings.Settings;
import earshot.testkit.LocalCloud;
import earshot.testkit.MovableClock;
import earshot.webhook.Dispatch;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A poller of a town, with the real table; everything else is at hand. */
final class Rig {
    static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    static final Duration MINUTE = Duration.ofMinutes(1);
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final AtomicInteger POLLS = new AtomicInteger();

    final MovableClock clock = MovableClock.at(NOON);
    final Town town;
    final Files files = new Files();
    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    final String function = "town-" + MADE.incrementAndGet();
    final CaseTable table;
    PollSchedule pace = pace(100);
    int daily = 100_000;

    Rig(LocalCloud cloud, Town.Tokens tokens) {
        this.town = new Town(clock, tokens);
        this.table = new CaseTable(cloud.dynamoDb(), cloud.table());
    }

    static PollSchedule pace(int roundPages) {
        return pace(roundPages, Duration.ofMinutes(5));
    }

    static PollSchedule pace(int roundPages, Duration round) {
        return new PollSchedule(
                Duration.ofSeconds(50),
                round,
                roundPages,
                Duration.ofDays(30),
                Duration.ofSeconds(90),
                Duration.ofSeconds(35));
    }

    void poll() {
        poll(town);
    }

    /** As one invocation of the function does, each of them new. */
    void poll(PolledNetwork feed) {
        var settings =
                new Settings(
                        Map.of(
                                "EARSHOT_QUEUE_POSTS", "posts",
                                "EARSHOT_QUEUE_QUARANTINE", "quarantine"));
        var out = new PrintStream(log, true, StandardCharsets.UTF_8);
        var dispatch = new Dispatch(Town.NETWORK, settings, files, out);
        var quota = new Quota(table.cursors(), function, daily, ZoneId.of("America/Los_Angeles"));
        new Poller(function, feed, table.cursors(), quota, dispatch, clock)
                .poll(List.of(Town.US), "r" + POLLS.incrementAndGet(), pace);
    }

    /** Polls each minute. */
    void minutes(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(MINUTE);
            poll();
        }
    }

    Set<String> remembered() {
        return table.cursors().seen(function, Town.US).keySet();
    }

    /** The line of the last poll. */
    Json line() {
        var lines =
                log.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> l.contains("\"polled\"") || l.contains("\"broken\""))
                        .toList();
        return Json.parse(lines.getLast());
    }

    String outcome() {
        return String.valueOf(line().text("outcome"));
    }
}
