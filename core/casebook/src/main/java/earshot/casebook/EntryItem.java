package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.cases.Entry;
import earshot.domain.cases.PostVersion;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Ruling;
import earshot.domain.policy.Side;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import earshot.json.Json;
import earshot.json.JsonMembers;
import earshot.json.JsonNumber;
import earshot.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One post with its versions, as the case table spells it. */
final class EntryItem {
    private EntryItem() {}

    static JsonObject write(Entry entry) {
        var post = entry.post();
        var item =
                Json.object()
                        .with("postId", post.id().value())
                        .with("network", post.network().slug())
                        .with("account", post.account())
                        .with("surface", entry.surface().word())
                        .with("side", entry.side().word());
        if (entry.accounts().size() > 1) {
            item.withTexts("accounts", entry.accounts());
        }
        author(post.author(), item);
        if (post.placement() instanceof Placement.Direct direct) {
            item.with("directWith", direct.customer());
        }
        item.with("text", entry.text())
                .with("language", post.language())
                .withItems("attachments", attachments(entry.versions().getLast().attachments()))
                .with("inReplyTo", post.inReplyTo())
                .with("permalink", post.permalink())
                .with("rating", rating(entry.rating()));
        times(entry, item);
        versions(entry, item);
        if (!entry.engagement().isEmpty()) {
            var counts = Json.object();
            new TreeMap<>(entry.engagement()).forEach((word, n) -> counts.with(word, Json.of(n)));
            item.with("engagement", counts.build());
        }
        flag(item, "backfilled", post.backfilled());
        flag(item, "truncated", entry.truncated());
        return item.with("ruling", ruling(entry.ruling()))
                .with("rev", Json.of(entry.rev()))
                .with("schemaVersion", 1)
                .build();
    }

    private static void flag(JsonMembers item, String name, boolean value) {
        if (value) {
            item.with(name, true);
        }
    }

    private static void author(Author author, JsonMembers item) {
        switch (author) {
            case Author.Customer c ->
                    item.with("authorId", c.id())
                            .with("authorHandle", c.handle())
                            .with("authorName", c.name())
                            .with("authorFollowers", c.followers());
            case Author.Ourselves o ->
                    item.with("authorId", o.id())
                            .with("authorName", o.name())
                            .with("authorApp", o.appId());
        }
    }

    private static void times(Entry entry, JsonMembers item) {
        var published = entry.post().published();
        item.with("publishedAt", Timestamp.of(published.at()))
                .with("networkTime", Attributes.spelled(published.networkTime()))
                .with("receivedAt", Timestamp.of(published.receivedAt()))
                .with("timeSource", published.source().word())
                .with("editedAt", Attributes.spelled(entry.editedAt()))
                .with("deletedAt", Attributes.spelled(entry.deletedAt()));
        var visibility = entry.visibility();
        if (visibility != null) {
            item.with("hidden", visibility.hidden())
                    .with("hiddenAt", Timestamp.of(visibility.at()));
        }
    }

    /** The first version alone is told by the entry itself. */
    private static void versions(Entry entry, JsonMembers item) {
        var first = entry.versions().getFirst();
        if (entry.versions().size() > 1 || !first.lastAt().equals(first.at())) {
            item.withItems("versions", entry.versions().stream().map(EntryItem::version).toList());
        }
    }

    private static Json version(PostVersion version) {
        var item =
                Json.object()
                        .with("text", version.text())
                        .with("at", Timestamp.of(version.at()))
                        .withItems("attachments", attachments(version.attachments()))
                        .with("rating", rating(version.rating()));
        if (!version.lastAt().equals(version.at())) {
            item.with("lastAt", Timestamp.of(version.lastAt()));
        }
        return item.build();
    }

    private static List<Json> attachments(List<Attachment> attachments) {
        return attachments.stream()
                .map(
                        a ->
                                (Json)
                                        Json.object()
                                                .with("type", a.type())
                                                .with("url", a.url())
                                                .with(
                                                        "expiresAt",
                                                        Attributes.spelled(a.expiresAt()))
                                                .build())
                .toList();
    }

    static @Nullable Json rating(@Nullable Rating rating) {
        return rating == null
                ? null
                : Json.object()
                        .with("value", new JsonNumber(rating.value().toPlainString()))
                        .with("best", new JsonNumber(rating.best().toPlainString()))
                        .build();
    }

    private static Json ruling(Ruling ruling) {
        var item = Json.object().with("version", ruling.version());
        if (ruling.treatment() != Ruling.Treatment.ANSWER) {
            item.with("treatment", ruling.treatment().word());
        }
        item.with("team", ruling.team());
        if (ruling.priority() != Priority.NORMAL) {
            item.with("priority", ruling.priority().word());
        }
        if (ruling.score() != 0) {
            item.with("score", ruling.score());
        }
        return item.withTexts("themes", ruling.themes()).with("sla", ruling.sla()).build();
    }

    static Entry read(Json item) {
        var side = Attributes.word(Side.class, item, "side");
        var surface = Attributes.word(Surface.class, item, "surface");
        var account = Attributes.text(item, "account");
        var accounts = Attributes.texts(item, "accounts");
        var versions = versionsOf(item);
        var first = versions.getFirst();
        var post =
                new Post(
                        new PostId(
                                new Network(Attributes.text(item, "network")),
                                Attributes.text(item, "postId")),
                        account,
                        surface,
                        placement(item, account),
                        author(item, side),
                        published(item),
                        first.text(),
                        item.text("language"),
                        first.attachments(),
                        item.text("inReplyTo"),
                        item.text("permalink"),
                        first.rating(),
                        Attributes.flag(item, "backfilled"),
                        Attributes.flag(item, "truncated"));
        return Entry.of(post, side, rulingOf(item.get("ruling")))
                .change()
                .accounts(accounts.isEmpty() ? List.of(account) : accounts)
                .versions(versions)
                .deletedAt(Attributes.maybeInstant(item, "deletedAt"))
                .visibility(visibility(item))
                .engagement(engagement(item.get("engagement")))
                .rev(Attributes.number(item, "rev", 1))
                .done();
    }

    private static Placement placement(Json item, String account) {
        var customer = item.text("directWith");
        return customer == null ? new Placement.Root() : new Placement.Direct(account, customer);
    }

    private static Author author(Json item, Side side) {
        return side == Side.CUSTOMER
                ? new Author.Customer(
                        item.text("authorId"),
                        item.text("authorHandle"),
                        item.text("authorName"),
                        item.integer("authorFollowers"))
                : new Author.Ourselves(
                        item.text("authorId"), item.text("authorName"), item.text("authorApp"));
    }

    private static Moment published(Json item) {
        return new Moment(
                Attributes.instant(item, "publishedAt"),
                Attributes.maybeInstant(item, "networkTime"),
                Attributes.instant(item, "receivedAt"),
                Attributes.word(Moment.TimeSource.class, item, "timeSource"));
    }

    private static List<PostVersion> versionsOf(Json item) {
        if (item.items("versions").isEmpty()) {
            var at = Attributes.instant(item, "publishedAt");
            return List.of(
                    new PostVersion(
                            at,
                            at,
                            item.text("text"),
                            attachmentsOf(item),
                            ratingOf(item.get("rating"))));
        }
        return item.items("versions").stream().map(EntryItem::versionOf).toList();
    }

    private static PostVersion versionOf(Json item) {
        var at = Attributes.instant(item, "at");
        var lastAt = Attributes.maybeInstant(item, "lastAt");
        return new PostVersion(
                at,
                lastAt == null ? at : lastAt,
                item.text("text"),
                attachmentsOf(item),
                ratingOf(item.get("rating")));
    }

    private static List<Attachment> attachmentsOf(Json item) {
        return item.items("attachments").stream()
                .map(
                        a ->
                                new Attachment(
                                        Attributes.text(a, "type"),
                                        a.text("url"),
                                        Attributes.maybeInstant(a, "expiresAt")))
                .toList();
    }

    static @Nullable Rating ratingOf(Json item) {
        return item.get("value") instanceof JsonNumber value
                        && item.get("best") instanceof JsonNumber best
                ? new Rating(new BigDecimal(value.literal()), new BigDecimal(best.literal()))
                : null;
    }

    private static Ruling rulingOf(Json item) {
        return new Ruling(
                (int) Attributes.number(item, "version", 0),
                item.has("treatment")
                        ? Attributes.word(Ruling.Treatment.class, item, "treatment")
                        : Ruling.Treatment.ANSWER,
                Attributes.text(item, "team"),
                item.has("priority")
                        ? Attributes.word(Priority.class, item, "priority")
                        : Priority.NORMAL,
                (int) Attributes.number(item, "score", 0),
                Attributes.texts(item, "themes"),
                Attributes.text(item, "sla"));
    }

    private static Entry.@Nullable Visibility visibility(Json item) {
        Instant at = Attributes.maybeInstant(item, "hiddenAt");
        return at == null ? null : new Entry.Visibility(at, Attributes.flag(item, "hidden"));
    }

    private static Map<String, Long> engagement(Json item) {
        var counts = new TreeMap<String, Long>();
        if (item instanceof JsonObject object) {
            object.members()
                    .forEach((word, n) -> counts.put(word, n.integer() == null ? 0 : n.integer()));
        }
        return counts;
    }
}
