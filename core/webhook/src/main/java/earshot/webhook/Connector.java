package earshot.webhook;

import earshot.domain.post.Network;
import earshot.settings.Settings;

/** One network's dialect. Implement this, and nothing else, to add a network. */
public interface Connector {
    Network network();

    /** The whole name of a setting of this network's: {@link Settings#nameOf}. */
    default String setting(String name) {
        return Settings.nameOf(network().slug(), name);
    }

    /** How the network checks that this URL is ours. */
    Handshake handshake();

    /** How a delivery proves where it came from. */
    Signature signature();

    /**
     * What a proved delivery holds. Pure: no I/O, no clock; the same delivery reads the same for
     * ever. Never throws for bad input: what cannot be understood is {@link Unreadable}, alone, and
     * its siblings are read all the same; what nobody needs is {@link Ignored}.
     */
    Reading read(Delivery delivery);
}
