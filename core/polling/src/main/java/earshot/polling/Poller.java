package earshot.polling;

import earshot.casebook.Cursor;
import earshot.casebook.Cursors;
import earshot.domain.Timestamp;
import earshot.domain.TurnAbout;
import earshot.webhook.Dispatch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Asks a network what happened at each of our accounts, one invocation at a time for each, and
 * sends what is new as a webhook's road would. Stopped between any two calls it loses nothing, and
 * sends at worst twice what is filed once.
 */
public final class Poller {
    private final String function;
    private final PolledNetwork network;
    private final Cursors cursors;
    private final Quota quota;
    private final Dispatch dispatch;
    private final Clock clock;

    /**
     * @param function the folder's name, under which it keeps its cursors
     */
    public Poller(
            String function,
            PolledNetwork network,
            Cursors cursors,
            Quota quota,
            Dispatch dispatch,
            Clock clock) {
        this.function = function;
        this.network = network;
        this.cursors = cursors;
        this.quota = quota;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /**
     * Polls accounts as long as the schedule's budget lasts, each minute another one first.
     *
     * @param holder a name that no other invocation has
     */
    public void poll(List<String> accounts, String holder, PollSchedule schedule) {
        var began = clock.instant();
        var pause = cursors.pause(function, began);
        if (pause.isPresent()) {
            var until = Timestamp.of(pause.get().until());
            dispatch.note(holder, began, "paused", Map.of("paused", 1), Map.of("until", until));
            return;
        }
        long minute = began.getEpochSecond() / 60;
        for (var account : TurnAbout.of(accounts, minute)) {
            if (clock.instant().isBefore(began.plus(schedule.budget()))) {
                poll(account, holder, schedule, began);
            }
        }
    }

    private void poll(String account, String holder, PollSchedule schedule, Instant began) {
        var name = holder + "/" + account;
        log(account, name, polled(account, name, schedule, began));
    }

    /** A fault at one account must not silence the others. */
    private Polled polled(String account, String holder, PollSchedule schedule, Instant began) {
        try {
            return cursors.take(function, account, holder, clock.instant(), schedule.lease())
                    .map(cursor -> poll(cursor, schedule, began))
                    .orElseGet(Polled.NotNow::new);
        } catch (RuntimeException e) {
            var trace = e.getStackTrace();
            return new Polled.Broken(
                    e.getClass().getName(), trace.length == 0 ? "" : trace[0].toString());
        }
    }

    private Polled poll(Cursor cursor, PollSchedule schedule, Instant began) {
        var client = new QuotaClient(quota, clock, began.plus(schedule.budget()));
        var sender = new PollSender(dispatch, cursor.account(), cursor.holder());
        return new Poll(network, cursors, schedule, clock, client, sender, cursor).run();
    }

    private void log(String account, String holder, Polled polled) {
        var now = clock.instant();
        switch (polled) {
            case Polled.NotNow _ -> {}
            case Polled.Asked asked ->
                    dispatch.note(
                            holder, now, "polled", asked.counts().byName(), words(account, asked));
            case Polled.Broken(var exception, var where) ->
                    dispatch.note(
                            holder,
                            now,
                            "broken",
                            Map.of("pollFaults", 1),
                            Map.of("account", account, "exception", exception, "where", where));
        }
    }

    private static Map<String, String> words(String account, Polled.Asked asked) {
        return Map.of(
                "account",
                account,
                "outcome",
                asked.outcome(),
                "nextAt",
                Timestamp.of(asked.nextAt()),
                "walks",
                asked.isUnfinished() ? "unfinished" : "finished");
    }
}
