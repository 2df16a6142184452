package earshot.settings;

import java.nio.charset.StandardCharsets;

/** A text that no log, message or exception ever shows. Never empty. */
public record Secret(String reveal) {
    public Secret {
        if (reveal.isEmpty()) {
            throw new IllegalArgumentException("An empty secret proves nothing");
        }
    }

    /** The key of a message authentication code. */
    public byte[] key() {
        return reveal.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
