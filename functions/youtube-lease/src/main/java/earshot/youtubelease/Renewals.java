package earshot.youtubelease;

import earshot.casebook.Cursor;
import earshot.casebook.Cursors;
import earshot.domain.policy.Policies;
import earshot.settings.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Renews what is due, one channel after the other, each by one invocation at a time. */
record Renewals(
        Hub hub,
        Supplier<HubSecrets> secrets,
        Policies policies,
        Cursors cursors,
        LeaseLog log,
        Clock clock) {
    private static final String FUNCTION = "youtube-lease";

    /** No channel is begun later: the rest is for the last one and its hub. */
    private static final Duration BUDGET = Duration.ofSeconds(40);

    /** Longer than this function may run. */
    private static final Duration HELD = Duration.ofMinutes(2);

    /**
     * @param holder a name that no other invocation has
     */
    void run(String holder) {
        var end = clock.instant().plus(BUDGET);
        if (cursors.pause(FUNCTION, clock.instant()).isPresent()) {
            log.idle("paused");
            return;
        }
        var channels = Channels.of(policies, clock.instant());
        if (channels.isEmpty()) {
            log.idle("the policy names no channel");
        }
        for (var channel : channels) {
            if (!clock.instant().isBefore(end)) {
                log.idle("no time left for all channels");
                return;
            }
            renew(channel, holder);
        }
    }

    private void renew(String channel, String holder) {
        var secret = secrets.get().of(channel);
        if (!Channels.isId(channel)) {
            log.idle("an account that is no channel's id");
        } else if (secret.isEmpty()) {
            log.idle("a channel without a secret");
        } else {
            cursors.take(FUNCTION, channel, holder, clock.instant(), HELD)
                    .ifPresent(cursor -> renew(cursor, secret.get()));
        }
    }

    /** Whatever happens between two of these calls, the next hour asks again. */
    private void renew(Cursor cursor, Secret secret) {
        var channel = cursor.account();
        var before = Lease.of(cursor.state());
        var terms = hub.terms(channel, secret);
        if (!before.isDue(terms, clock.instant())) {
            keep(cursor, before, "kept");
            return;
        }
        var reply = hub.subscribe(channel, secret);
        var after = before.after(reply, terms, clock.instant());
        keep(cursor, after, reply instanceof Hub.Reply.Accepted ? "accepted" : "failed");
    }

    private void keep(Cursor cursor, Lease lease, String decision) {
        var now = clock.instant();
        cursors.release(cursor, lease.state(), now);
        log.lease(cursor.account(), decision, lease, now);
    }
}
