package earshot.x;

import earshot.domain.post.Network;
import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.webhook.Connector;
import earshot.webhook.Delivery;
import earshot.webhook.Handshake;
import earshot.webhook.Reading;
import earshot.webhook.Signature;

/**
 * X's dialect. Three products send to one URL, told apart by what stands at the top.
 *
 * <pre>
 * {"for_user_id": "42", "tweet_create_events": [{..}], "users": {..}}           Account Activity
 * {"data": {"event_type": "post.create", "filter": {..}, "payload": {..}}}      X Activity API
 * {"data": {"id": "..", "text": ".."}, "matching_rules": [{"tag": "42"}]}       filtered stream
 * </pre>
 *
 * They overlap: one reply may come by all three, once for each account that it concerns. Its id
 * makes it one.
 */
public final class XConnector implements Connector {
    @Override
    public Network network() {
        return Ids.X;
    }

    @Override
    public Handshake handshake() {
        return new Handshake.Crc(secret());
    }

    @Override
    public Signature signature() {
        return new Signature.XSha256(secret());
    }

    @Override
    public Reading read(Delivery delivery) {
        return Reading.ofJson(delivery, body -> readBody(delivery, body));
    }

    private String secret() {
        return setting("CONSUMER_SECRET");
    }

    private static Reading readBody(Delivery delivery, Json body) {
        if (!(body instanceof JsonObject object)) {
            return Reading.unreadable(Why.NO_OBJECT);
        }
        if (AccountActivity.sent(object)) {
            return AccountActivity.read(object, delivery);
        }
        if (ActivityApi.sent(object)) {
            return ActivityApi.read(object, delivery);
        }
        return FilteredStream.sent(object)
                ? FilteredStream.read(object, delivery)
                : Reading.unreadable(Why.OTHER_PRODUCT);
    }
}
