package earshot.queue;

import earshot.domain.WireWord;
import earshot.domain.post.Activity;
import earshot.domain.post.Network;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import earshot.json.Json;
import earshot.json.JsonMembers;
import earshot.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an activity is spelled in the queue {@code posts}. */
final class ActivityWire {
    private ActivityWire() {}

    static JsonObject write(Activity activity) {
        return switch (activity) {
            case Activity.Published(var post) -> published(post);
            case Activity.Edited edited ->
                    head("edited", edited.id())
                            .with("when", PartWire.moment(edited.when()))
                            .with("text", edited.text())
                            .withItems("attachments", PartWire.attachments(edited.attachments()))
                            .with("rating", PartWire.rating(edited.rating()))
                            .with("truncated", whenTrue(edited.truncated()))
                            .build();
            case Activity.Deleted(var id, var when) ->
                    head("deleted", id).with("when", PartWire.moment(when)).build();
            case Activity.Hidden(var id, var when, var hidden) ->
                    head("hidden", id)
                            .with("when", PartWire.moment(when))
                            .with("hidden", hidden)
                            .build();
            case Activity.Engaged(var id, var when, var counts) ->
                    head("engaged", id)
                            .with("when", PartWire.moment(when))
                            .with("counts", counts(counts))
                            .build();
        };
    }

    static Activity read(WireReader wired) {
        var network = new Network(wired.text("network"));
        var id = new PostId(network, wired.text("id"));
        return switch (wired.text("type")) {
            case "published" -> new Activity.Published(post(wired, id));
            case "edited" -> edited(wired, id);
            case "deleted" -> new Activity.Deleted(id, PartWire.moment(wired.part("when")));
            case "hidden" ->
                    new Activity.Hidden(
                            id, PartWire.moment(wired.part("when")), wired.flag("hidden"));
            case "engaged" ->
                    new Activity.Engaged(
                            id, PartWire.moment(wired.part("when")), counts(wired.part("counts")));
            default -> throw new WireException("An activity of an unknown type");
        };
    }

    private static JsonObject published(Post post) {
        return head("published", post.id())
                .with("account", post.account())
                .with("surface", post.surface().word())
                .with("placement", PartWire.placement(post.placement()))
                .with("author", PartWire.author(post.author()))
                .with("published", PartWire.moment(post.published()))
                .with("text", post.text())
                .with("language", post.language())
                .withItems("attachments", PartWire.attachments(post.attachments()))
                .with("inReplyTo", post.inReplyTo())
                .with("permalink", post.permalink())
                .with("rating", PartWire.rating(post.rating()))
                .with("backfilled", whenTrue(post.backfilled()))
                .with("truncated", whenTrue(post.truncated()))
                .build();
    }

    private static Post post(WireReader wired, PostId id) {
        return Post.of(
                        id,
                        wired.text("account"),
                        WireWord.parse(Surface.class, wired.text("surface")),
                        PartWire.placement(wired.part("placement"), id.network()),
                        PartWire.author(wired.part("author")),
                        PartWire.moment(wired.part("published")))
                .text(wired.optional("text"))
                .language(wired.optional("language"))
                .attachments(PartWire.attachments(wired))
                .inReplyTo(wired.optional("inReplyTo"))
                .permalink(wired.optional("permalink"))
                .rating(PartWire.rating(wired))
                .backfilled(wired.flag("backfilled"))
                .truncated(wired.flag("truncated"))
                .build();
    }

    private static Activity.Edited edited(WireReader wired, PostId id) {
        return new Activity.Edited(
                id,
                PartWire.moment(wired.part("when")),
                wired.optional("text"),
                PartWire.attachments(wired),
                PartWire.rating(wired),
                wired.flag("truncated"));
    }

    private static Json counts(Map<String, Long> counts) {
        var members = Json.object();
        for (var count : new TreeMap<>(counts).entrySet()) {
            members.with(count.getKey(), count.getValue());
        }
        return members.build();
    }

    private static Map<String, Long> counts(WireReader wired) {
        Map<String, Long> counts = new HashMap<>();
        if (wired.json() instanceof JsonObject object) {
            for (var name : object.members().keySet()) {
                counts.put(name, wired.number(name));
            }
        }
        return counts;
    }

    private static JsonMembers head(String type, PostId id) {
        return Wire.versioned()
                .with("type", type)
                .with("network", id.network().slug())
                .with("id", id.value());
    }

    private static @Nullable Json whenTrue(boolean value) {
        return value ? Json.of(true) : null;
    }
}
