package earshot.casebook;

import earshot.domain.Attachment;
import earshot.domain.Author;
import earshot.domain.Entry;
import earshot.domain.Moment;
import earshot.domain.Network;
import earshot.domain.Placement;
import earshot.domain.Post;
import earshot.domain.PostId;
import earshot.domain.Priority;
import earshot.domain.Rating;
import earshot.domain.Ruling;
import earshot.domain.Side;
import earshot.domain.Surface;
import earshot.domain.Timestamp;
import earshot.domain.Version;
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
                .with("networkTime", Read.spelled(published.networkTime()))
                .with("receivedAt", Timestamp.of(published.receivedAt()))
                .with("timeSource", published.source().word())
                .with("editedAt", Read.spelled(entry.editedAt()))
                .with("deletedAt", Read.spelled(entry.deletedAt()));
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

    private static Json version(Version version) {
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
                                                .with("expiresAt", Read.spelled(a.expiresAt()))
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
        var side = Read.word(Side.class, item, "side");
        var surface = Read.word(Surface.class, item, "surface");
        var account = Read.text(item, "account");
        var accounts = Read.texts(item, "accounts");
        var versions = versionsOf(item);
        var first = versions.getFirst();
        var post =
                new Post(
                        new PostId(
                                new Network(Read.text(item, "network")), Read.text(item, "postId")),
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
                        Read.flag(item, "backfilled"),
                        Read.flag(item, "truncated"));
        return new Entry(
                post,
                accounts.isEmpty() ? List.of(account) : accounts,
                surface,
                side,
                rulingOf(item.get("ruling")),
                versions,
                Read.maybeInstant(item, "deletedAt"),
                visibility(item),
                engagement(item.get("engagement")),
                Read.flag(item, "truncated"),
                Read.number(item, "rev", 1));
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
                Read.instant(item, "publishedAt"),
                Read.maybeInstant(item, "networkTime"),
                Read.instant(item, "receivedAt"),
                Read.word(Moment.TimeSource.class, item, "timeSource"));
    }

    private static List<Version> versionsOf(Json item) {
        if (item.items("versions").isEmpty()) {
            var at = Read.instant(item, "publishedAt");
            return List.of(
                    new Version(
                            at,
                            at,
                            item.text("text"),
                            attachmentsOf(item),
                            ratingOf(item.get("rating"))));
        }
        return item.items("versions").stream().map(EntryItem::versionOf).toList();
    }

    private static Version versionOf(Json item) {
        var at = Read.instant(item, "at");
        var lastAt = Read.maybeInstant(item, "lastAt");
        return new Version(
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
                                        Read.text(a, "type"),
                                        a.text("url"),
                                        Read.maybeInstant(a, "expiresAt")))
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
                (int) Read.number(item, "version", 0),
                item.has("treatment")
                        ? Read.word(Ruling.Treatment.class, item, "treatment")
                        : Ruling.Treatment.ANSWER,
                Read.text(item, "team"),
                item.has("priority")
                        ? Read.word(Priority.class, item, "priority")
                        : Priority.NORMAL,
                (int) Read.number(item, "score", 0),
                Read.texts(item, "themes"),
                Read.text(item, "sla"));
    }

    private static Entry.@Nullable Visibility visibility(Json item) {
        Instant at = Read.maybeInstant(item, "hiddenAt");
        return at == null ? null : new Entry.Visibility(at, Read.flag(item, "hidden"));
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
