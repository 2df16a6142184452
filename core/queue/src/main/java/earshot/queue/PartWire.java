package earshot.queue;

import earshot.domain.Timestamp;
import earshot.domain.WireWord;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.PostId;
import earshot.domain.post.Rating;
import earshot.json.Json;
import earshot.json.JsonNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the parts of an activity are spelled. */
final class PartWire {
    private PartWire() {}

    static Json moment(Moment moment) {
        return Json.object()
                .with("at", Timestamp.of(moment.at()))
                .with("networkTime", instant(moment.networkTime()))
                .with("receivedAt", Timestamp.of(moment.receivedAt()))
                .with("source", moment.source().word())
                .build();
    }

    static Moment moment(WireReader wired) {
        return new Moment(
                wired.instant("at"),
                wired.optionalInstant("networkTime"),
                wired.instant("receivedAt"),
                WireWord.parse(Moment.TimeSource.class, wired.text("source")));
    }

    static Json author(Author author) {
        return switch (author) {
            case Author.Customer(var id, var handle, var name, var followers) ->
                    Json.object()
                            .with("kind", "customer")
                            .with("id", id)
                            .with("handle", handle)
                            .with("name", name)
                            .with("followers", followers)
                            .build();
            case Author.Ourselves(var id, var name, var appId) ->
                    Json.object()
                            .with("kind", "ourselves")
                            .with("id", id)
                            .with("name", name)
                            .with("appId", appId)
                            .build();
        };
    }

    static Author author(WireReader wired) {
        return switch (wired.text("kind")) {
            case "customer" ->
                    new Author.Customer(
                            wired.optional("id"),
                            wired.optional("handle"),
                            wired.optional("name"),
                            wired.json().integer("followers"));
            case "ourselves" ->
                    new Author.Ourselves(
                            wired.optional("id"), wired.optional("name"), wired.optional("appId"));
            default -> throw new WireException("An author of an unknown kind");
        };
    }

    static Json placement(Placement placement) {
        return switch (placement) {
            case Placement.Root() -> Json.object().with("kind", "root").build();
            case Placement.Direct(var account, var customer) ->
                    Json.object()
                            .with("kind", "direct")
                            .with("account", account)
                            .with("customer", customer)
                            .build();
            case Placement.Reply(var parent, var thread) ->
                    Json.object()
                            .with("kind", "reply")
                            .with("parent", parent.id().value())
                            .with("parentIs", parent.whose().word())
                            .with("parentBy", parent.author())
                            .with("thread", thread == null ? null : thread.id().value())
                            .with(
                                    "threadIs",
                                    thread == null ? Whose.UNKNOWN.word() : thread.whose().word())
                            .with("threadBy", thread == null ? null : thread.author())
                            .build();
        };
    }

    /** A reply's parent and thread are of the reply's own network. */
    static Placement placement(WireReader wired, Network network) {
        return switch (wired.text("kind")) {
            case "root" -> new Placement.Root();
            case "direct" -> new Placement.Direct(wired.text("account"), wired.text("customer"));
            case "reply" ->
                    new Placement.Reply(
                            above(wired, network, "parent"),
                            wired.optional("thread") == null
                                    ? null
                                    : above(wired, network, "thread"));
            default -> throw new WireException("A placement of an unknown kind");
        };
    }

    private static Placement.Above above(WireReader wired, Network network, String name) {
        return new Placement.Above(
                new PostId(network, wired.text(name)),
                WireWord.parse(Whose.class, wired.text(name + "Is")),
                wired.optional(name + "By"));
    }

    static List<Json> attachments(List<Attachment> attachments) {
        List<Json> items = new ArrayList<>(attachments.size());
        for (var attachment : attachments) {
            items.add(
                    Json.object()
                            .with("type", attachment.type())
                            .with("url", attachment.url())
                            .with("expiresAt", instant(attachment.expiresAt()))
                            .build());
        }
        return items;
    }

    static List<Attachment> attachments(WireReader wired) {
        List<Attachment> attachments = new ArrayList<>();
        for (var item : wired.json().items("attachments")) {
            var part = new WireReader(item);
            attachments.add(
                    new Attachment(
                            part.text("type"),
                            part.optional("url"),
                            part.optionalInstant("expiresAt")));
        }
        return attachments;
    }

    static @Nullable Json rating(@Nullable Rating rating) {
        return rating == null
                ? null
                : Json.object()
                        .with("value", decimal(rating.value()))
                        .with("best", decimal(rating.best()))
                        .build();
    }

    static @Nullable Rating rating(WireReader wired) {
        var rating = wired.optionalPart("rating");
        return rating == null ? null : new Rating(rating.decimal("value"), rating.decimal("best"));
    }

    private static Json decimal(BigDecimal number) {
        return new JsonNumber(number.toString());
    }

    private static @Nullable String instant(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.of(instant);
    }
}
