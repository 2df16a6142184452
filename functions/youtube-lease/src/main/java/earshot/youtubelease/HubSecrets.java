package earshot.youtubelease;

import earshot.settings.LiveSecret;
import earshot.settings.Secret;
import earshot.settings.Settings;
import java.util.List;
import java.util.Optional;

/** What the hub is to sign with: the secret of the webhook, which takes any that is live. */
record HubSecrets(List<LiveSecret> live) {
    private static final String NAME = Settings.nameOf(Channels.YOUTUBE.slug(), "HUB_SECRET");

    /** In bytes, by the specification. */
    private static final int TOO_LONG = 200;

    HubSecrets {
        live = List.copyOf(live);
    }

    /** Faults are noted in the settings. */
    static HubSecrets of(Settings settings) {
        var live = settings.secrets(NAME);
        if (live.stream().anyMatch(each -> each.secret().key().length >= TOO_LONG)) {
            settings.fault(NAME + " has 200 bytes or more: a hub takes less.");
        }
        return new HubSecrets(live);
    }

    /** The first of the channel's own, else the first that serves all. */
    Optional<Secret> of(String channel) {
        return LiveSecret.of(live, channel);
    }
}
