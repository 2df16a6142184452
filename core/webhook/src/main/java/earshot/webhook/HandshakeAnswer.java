package earshot.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.json.Json;
import earshot.settings.LiveSecret;
import earshot.settings.Settings;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers a network that asks whether this URL is ours. */
final class HandshakeAnswer {
    /** Challenges have some ten digits: a long one is somebody's who wants to be echoed. */
    private static final int LONGEST_CHALLENGE = 256;

    private final Handshake handshake;
    private final List<LiveSecret> secrets;

    HandshakeAnswer(Handshake handshake, Settings settings) {
        this.handshake = handshake;
        this.secrets =
                handshake.settings().stream()
                        .flatMap(name -> settings.secrets(name).stream())
                        .toList();
    }

    /** The methods that the URL takes. */
    String methods() {
        return handshake.settings().isEmpty() ? "POST" : "GET, POST";
    }

    Answer answer(String rawQuery) {
        var query = new RawQuery(rawQuery);
        if (rawQuery.length() > 16 * LONGEST_CHALLENGE || isLong(query.only("hub.challenge"))) {
            return Answer.of(400);
        }
        return switch (handshake) {
            case Handshake.VerifyToken _ -> verifyToken(query);
            case Handshake.Crc _ -> crc(query.only("crc_token"));
            case Handshake.WebSub _ -> webSub(query);
            case Handshake.None() -> Answer.useOnly(methods());
        };
    }

    private static boolean isLong(@Nullable String challenge) {
        return challenge != null && challenge.length() > LONGEST_CHALLENGE;
    }

    private Answer verifyToken(RawQuery query) {
        var challenge = query.only("hub.challenge");
        var token = query.only("hub.verify_token");
        boolean ours = token != null && isLive(token) && "subscribe".equals(query.only("hub.mode"));
        return ours && challenge != null ? Answer.text(challenge) : Answer.of(403);
    }

    /** Signed with the first of several: the others are there to prove what is under way. */
    private Answer crc(@Nullable String token) {
        if (token == null || !CrcToken.fits(token)) {
            return Answer.of(403);
        }
        var code = Hmac.SHA256.of(secrets.getFirst().secret().key(), token.getBytes(UTF_8));
        var response = "sha256=" + Base64.getEncoder().encodeToString(code);
        return Answer.json(Json.object().with("response_token", response).build());
    }

    /** A refused subscription ({@code denied}) asks nothing: it is for the log. */
    private Answer webSub(RawQuery query) {
        var topic = query.only("hub.topic");
        var token = query.only(WebSubTopic.ASKED);
        if (topic == null || token == null || !isAsked(new WebSubTopic(topic), token)) {
            return Answer.of(404);
        }
        var challenge = query.only("hub.challenge");
        return switch (query.only("hub.mode")) {
            case "subscribe" -> challenge == null ? Answer.of(404) : Answer.text(challenge);
            case "denied" -> Answer.OK;
            case null, default -> Answer.of(404);
        };
    }

    private boolean isAsked(WebSubTopic topic, String token) {
        boolean asked = false;
        for (var known : secrets) {
            asked |= topic.isAsked(known.secret(), token);
        }
        return asked;
    }

    private boolean isLive(String token) {
        var claimed = token.getBytes(UTF_8);
        boolean live = false;
        for (var known : secrets) {
            live |= MessageDigest.isEqual(known.secret().key(), claimed);
        }
        return live;
    }
}
