package earshot.webhook;

import earshot.settings.LiveSecret;
import earshot.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Answers a network that asks whether this URL is ours. */
final class Greeting {
    /** Meta's challenges have ten digits: a long one is somebody's who wants to be echoed. */
    private static final int LONGEST_CHALLENGE = 256;

    private final Handshake handshake;
    private final List<LiveSecret> tokens;

    Greeting(Handshake handshake, Settings settings) {
        this.handshake = handshake;
        this.tokens =
                switch (handshake) {
                    case Handshake.VerifyToken(var token) -> settings.secrets(token);
                    case Handshake.None() -> List.of();
                };
    }

    /** The methods that the URL takes. */
    String methods() {
        return switch (handshake) {
            case Handshake.VerifyToken _ -> "GET, POST";
            case Handshake.None() -> "POST";
        };
    }

    Answer answer(String rawQuery) {
        return switch (handshake) {
            case Handshake.VerifyToken _ -> verifyToken(new RawQuery(rawQuery));
            case Handshake.None() -> new Answer(405, "", methods());
        };
    }

    private Answer verifyToken(RawQuery query) {
        if (query.raw().length() > 16 * LONGEST_CHALLENGE) {
            return Answer.of(400);
        }
        var challenge = query.only("hub.challenge");
        if (challenge != null && challenge.length() > LONGEST_CHALLENGE) {
            return Answer.of(400);
        }
        var token = query.only("hub.verify_token");
        boolean ours = token != null && isLive(token) && "subscribe".equals(query.only("hub.mode"));
        return ours && challenge != null ? Answer.text(challenge) : Answer.of(403);
    }

    private boolean isLive(String token) {
        var claimed = token.getBytes(StandardCharsets.UTF_8);
        boolean live = false;
        for (var known : tokens) {
            live |= MessageDigest.isEqual(known.secret().key(), claimed);
        }
        return live;
    }
}
