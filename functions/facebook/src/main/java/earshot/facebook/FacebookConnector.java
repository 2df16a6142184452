package earshot.facebook;

import earshot.domain.post.Network;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.settings.Settings;
import earshot.webhook.Connector;
import earshot.webhook.Delivery;
import earshot.webhook.Handshake;
import earshot.webhook.Reading;
import earshot.webhook.Signature;
import earshot.webhook.Unreadable;
import java.util.List;

/**
 * Facebook's dialect: Meta's webhook for the object {@code page}.
 *
 * <pre>
 * {"object": "page", "entry": [{"id": "PAGE", "time": 1795165201,
 *   "changes": [{"field": "feed", "value": {..}}],
 *   "messaging": [{"sender": {"id": "PSID"}, ..}], "standby": [..]}]}
 * </pre>
 *
 * Up to 1,000 elements come at once, of several pages, in no order, and each possibly again.
 */
public final class FacebookConnector implements Connector {
    private static final List<String> LISTS = List.of("changes", "messaging", "standby");

    @Override
    public Network network() {
        return Ids.FACEBOOK;
    }

    @Override
    public Handshake handshake() {
        return new Handshake.VerifyToken(setting("VERIFY_TOKEN"));
    }

    @Override
    public Signature signature() {
        return new Signature.HubSha256(setting("APP_SECRET"));
    }

    @Override
    public Reading read(Delivery delivery) {
        try {
            return read(delivery, delivery.json());
        } catch (JsonException _) {
            return Reading.unreadable("no JSON");
        }
    }

    private String setting(String name) {
        return Settings.nameOf(network().slug(), name);
    }

    private static Reading read(Delivery delivery, Json body) {
        var object = body.text("object");
        if (object == null) {
            return Reading.unreadable("no object that is subscribed to");
        }
        var reading = new Reading.Builder();
        if (!object.equals("page")) {
            Outcome.ignored(Kinds.of("object", object), "an object that is no page").into(reading);
            return reading.build();
        }
        if (!(body.get("entry") instanceof JsonArray(var entries))) {
            return Reading.unreadable("no list of entries");
        }
        for (Json content : entries) {
            read(Entry.of(content, delivery.account(), delivery.receivedAt()), reading);
        }
        return reading.build();
    }

    private static void read(Entry entry, Reading.Builder reading) {
        if (!(entry.content() instanceof JsonObject) || !entry.isReadable()) {
            reading.add(new Unreadable("an entry that is no object or has no id", entry.alone()));
            return;
        }
        var lists = LISTS.stream().filter(entry::has).toList();
        if (lists.isEmpty()) {
            // Subscribed without include_values, Facebook names the fields and nothing more.
            Outcome.ignored("entry", "an entry that tells nothing").into(reading);
        }
        lists.forEach(list -> read(entry, list, reading));
    }

    private static void read(Entry entry, String list, Reading.Builder reading) {
        var content = entry.content().get(list);
        if (!(content instanceof JsonArray(var elements))) {
            reading.add(new Unreadable(list + " that are no list", entry.alone(list, content)));
            return;
        }
        for (Json element : elements) {
            read(new Element(entry, list, element)).into(reading);
        }
    }

    private static Outcome read(Element element) {
        return element.list().equals("changes")
                ? Changes.read(element)
                : Messenger.read(element, element.content());
    }
}
