package earshot.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.settings.Secret;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A feed that a hub is asked to push, as WebSub names it. A subscription is asked for with the
 * callback {@code .../webhooks/<function>?asked=<token>}, which a hub keeps: so the handshake
 * knows, without a memory, that it was us who asked, for this topic and no other.
 *
 * @param url as the hub is told
 */
public record WebSubTopic(String url) {
    /** The parameter of the callback that holds the token. */
    public static final String ASKED = "asked";

    private static final String SUBSCRIBE = "subscribe ";

    /** What a callback must carry for its topic to be subscribed to: 64 hexadecimal digits. */
    public String asked(Secret hub) {
        return HexFormat.of()
                .formatHex(Hmac.SHA256.of(hub.key(), (SUBSCRIBE + url).getBytes(UTF_8)));
    }

    boolean isAsked(Secret hub, String token) {
        return MessageDigest.isEqual(asked(hub).getBytes(UTF_8), token.getBytes(UTF_8));
    }
}
