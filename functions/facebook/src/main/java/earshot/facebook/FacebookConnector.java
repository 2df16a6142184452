package earshot.facebook;

import earshot.domain.post.Network;
import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonObject;
import earshot.webhook.Connector;
import earshot.webhook.Delivery;
import earshot.webhook.Handshake;
import earshot.webhook.Reading;
import earshot.webhook.Signature;
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
        return Reading.ofJson(delivery, body -> readBody(delivery, body));
    }

    private static Reading readBody(Delivery delivery, Json body) {
        var object = body.text("object");
        if (object == null) {
            return Reading.unreadable(Why.NO_OBJECT);
        }
        if (!object.equals("page")) {
            return Reading.ignored(Kinds.of("object", object), Why.NO_PAGE);
        }
        if (!(body.get("entry") instanceof JsonArray(var entries))) {
            return Reading.unreadable(Why.NO_ENTRIES);
        }
        var reading = new Reading.Builder();
        for (Json content : entries) {
            reading.add(readEntry(Entry.of(content, delivery.account(), delivery.receivedAt())));
        }
        return reading.build();
    }

    private static Reading readEntry(Entry entry) {
        if (!(entry.content() instanceof JsonObject) || !entry.isReadable()) {
            return Reading.unreadable(Why.NO_ENTRY, entry.alone());
        }
        var lists = LISTS.stream().filter(entry::has).toList();
        if (lists.isEmpty()) {
            // Subscribed without include_values, Facebook names the fields and nothing more.
            return Reading.ignored("entry", Why.EMPTY_ENTRY);
        }
        var reading = new Reading.Builder();
        lists.forEach(list -> reading.add(readList(entry, list)));
        return reading.build();
    }

    private static Reading readList(Entry entry, String list) {
        var content = entry.content().get(list);
        if (!(content instanceof JsonArray(var elements))) {
            var why = isChanges(list) ? Why.CHANGES_NO_LIST : Why.EVENTS_NO_LIST;
            return Reading.unreadable(why, entry.alone(list, content));
        }
        var reading = new Reading.Builder();
        for (Json element : elements) {
            reading.add(readElement(new Element(entry, list, element)));
        }
        return reading.build();
    }

    private static Reading readElement(Element element) {
        return isChanges(element.list())
                ? Changes.read(element)
                : Messenger.read(element, element.content());
    }

    private static boolean isChanges(String list) {
        return list.equals("changes");
    }
}
