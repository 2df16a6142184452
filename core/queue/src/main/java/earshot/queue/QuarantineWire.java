package earshot.queue;

import earshot.domain.Timestamp;
import earshot.domain.post.Network;
import earshot.json.Json;
import earshot.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How a delivery lies in the queue {@code quarantine}: gzip, base64, in numbered parts where one
 * message cannot hold it.
 */
public final class QuarantineWire {
    /** Characters of base64 in one part: the rest of the message has the other 100,000. */
    static final int PART = 900_000;

    /** No front door takes a larger body: more is none of ours. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private QuarantineWire() {}

    /** At least one message. */
    public static List<String> write(Quarantined delivery) {
        var packed = Base64.getEncoder().encodeToString(gzip(delivery.body()));
        int parts = Math.max(1, (packed.length() + PART - 1) / PART);
        List<String> messages = new ArrayList<>(parts);
        for (int part = 1; part <= parts; part++) {
            int from = (part - 1) * PART;
            int to = Math.min(packed.length(), from + PART);
            messages.add(message(delivery, part, parts, packed.substring(from, to)));
        }
        return messages;
    }

    /** The id that the parts of one delivery share. */
    public static String id(String message) {
        return WireReader.reading(message, wired -> wired.text("id"));
    }

    /**
     * Puts the parts of one delivery together, in any order, each any number of times.
     *
     * @throws WireException when a part is missing, or they are not of one delivery
     */
    public static Quarantined read(List<String> messages) {
        Map<Long, WireReader> parts = new TreeMap<>();
        for (var message : messages) {
            var wired = WireReader.reading(message, whole -> whole);
            parts.put(wired.number("part"), wired);
        }
        var first = parts.get(1L);
        if (first == null || parts.size() != first.number("parts")) {
            throw new WireException("A quarantined delivery of which parts are missing");
        }
        return WireReader.reading(first.json().write(), head -> whole(head, parts));
    }

    private static Quarantined whole(WireReader head, Map<Long, WireReader> parts) {
        var id = head.text("id");
        var packed = new StringBuilder();
        for (var part : parts.values()) {
            if (!part.text("id").equals(id)) {
                throw new WireException("Parts of two quarantined deliveries");
            }
            packed.append(part.text("body"));
        }
        return new Quarantined(
                id,
                new Network(head.text("network")),
                head.text("reason"),
                head.instant("receivedAt"),
                head.optional("account"),
                headers(head),
                gunzip(Base64.getDecoder().decode(packed.toString())));
    }

    private static String message(Quarantined delivery, int part, int parts, String body) {
        var headers = Json.object();
        for (var header : new TreeMap<>(delivery.headers()).entrySet()) {
            headers.with(header.getKey(), header.getValue());
        }
        return Wire.versioned()
                .with("type", "quarantined")
                .with("id", delivery.id())
                .with("network", delivery.network().slug())
                .with("reason", delivery.reason())
                .with("receivedAt", Timestamp.of(delivery.receivedAt()))
                .with("account", delivery.account())
                .with("headers", headers.build())
                .with("part", part)
                .with("parts", parts)
                .with("body", body)
                .write();
    }

    private static Map<String, String> headers(WireReader head) {
        Map<String, String> headers = new HashMap<>();
        if (head.json().get("headers") instanceof JsonObject object) {
            for (var name : object.members().keySet()) {
                headers.put(name, new WireReader(object).text(name));
            }
        }
        return headers;
    }

    private static byte[] gzip(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static byte[] gunzip(byte[] packed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var body = gzip.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new WireException("A quarantined delivery larger than any that we take");
            }
            return body;
        } catch (IOException e) {
            throw new WireException("A quarantined delivery that does not unpack");
        }
    }
}
