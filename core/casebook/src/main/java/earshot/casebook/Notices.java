package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.Mute;
import earshot.domain.cases.Notice;
import earshot.domain.post.ConversationKey;
import earshot.json.Json;
import earshot.json.JsonObject;
import earshot.queue.NoticeReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notices: put when they are decided, updated when they are sent. */
public final class Notices {
    private static final String DECIDED = "decided";
    private static final String HELD = "held";
    private static final String RELEASED = "released";
    private static final String OVERTAKEN = "overtaken";
    private static final String SENT = "sent";
    private static final String UNSENT = "attribute_exists(pk) AND attribute_not_exists(sentAt)";
    private static final Map<String, String> STATE = Map.of("#s", "state");

    private final Table table;

    Notices(Table table) {
        this.table = table;
    }

    /**
     * A notice as the table has it.
     *
     * @param sentAt null until it was delivered
     */
    public record StoredNotice(
            NoticeReference key,
            Notice notice,
            String state,
            @Nullable String channel,
            @Nullable Instant sentAt) {
        public boolean isSent() {
            return sentAt != null;
        }

        /** Nobody is to be told of it any more: it was sent, or nobody waited when it was free. */
        public boolean isDone() {
            return isSent() || state.equals(OVERTAKEN);
        }

        /** Held now, or never told because nobody waited any more. */
        public boolean isStillUntold() {
            return state.equals(HELD) || state.equals(OVERTAKEN);
        }

        /** Held once, and not told since: what it says may no longer be so. */
        public boolean wasHeld() {
            return state.equals(HELD) || state.equals(RELEASED);
        }
    }

    /** Puts a decided notice unless it is there, sent or not, and says where it is. */
    public NoticeReference put(Notice notice) {
        var key = Keys.notice(notice);
        var item = Json.object().with("state", DECIDED);
        NoticeItem.write(notice).members().forEach(item::with);
        table.putIfAbsent(key, item.with("schemaVersion", 1).build());
        return new NoticeReference(key.pk(), key.sk());
    }

    public Optional<StoredNotice> find(NoticeReference reference) {
        return table.get(new Keys.Key(reference.pk(), reference.sk())).map(Notices::kept);
    }

    /** All notices of a conversation. */
    public List<StoredNotice> of(ConversationKey conversation) {
        return table.query(conversation.value(), Keys.NOTICE).map(Notices::kept).toList();
    }

    /** All notices of a cycle. */
    public Stream<StoredNotice> ofCycle(CaseId id, String cycle) {
        return table.query(id.conversation().value(), Keys.notices(id, cycle)).map(Notices::kept);
    }

    /** Notes that a notice was delivered. */
    public void sent(NoticeReference reference, String channel, Instant at) {
        table.update(
                new Keys.Key(reference.pk(), reference.sk()),
                "SET #s = :s, channel = :c, sentAt = if_not_exists(sentAt, :t)"
                        + " REMOVE dueShard, stepKey",
                "attribute_exists(pk)",
                Map.of("#s", "state"),
                Map.of(
                        ":s", ItemJson.text(SENT),
                        ":c", ItemJson.text(channel),
                        ":t", ItemJson.text(Timestamp.of(at))));
    }

    /** Holds a notice for a muted team, in sight of the sweep, unless it was sent meanwhile. */
    public void hold(StoredNotice notice, Mute mute) {
        var key = notice.key();
        table.update(
                new Keys.Key(key.pk(), key.sk()),
                "SET #s = :s, heldFor = :team, dueShard = :shard, stepKey = :until",
                UNSENT,
                STATE,
                Map.of(
                        ":s", ItemJson.text(HELD),
                        ":team", ItemJson.text(mute.team()),
                        ":shard",
                                ItemJson.text(
                                        CaseItem.dueShard(notice.notice().caseId().conversation())),
                        ":until", ItemJson.text(Timestamp.of(mute.until()))));
    }

    /** A held notice is free: from here on its message alone brings it to its recipient. */
    public void release(NoticeReference reference) {
        leave(reference, RELEASED);
    }

    /** A held notice is told no more: nobody waits, or a later step says it. */
    public void overtake(NoticeReference reference) {
        leave(reference, OVERTAKEN);
    }

    private void leave(NoticeReference reference, String state) {
        table.update(
                new Keys.Key(reference.pk(), reference.sk()),
                "SET #s = :s REMOVE dueShard, stepKey",
                UNSENT,
                STATE,
                Map.of(":s", ItemJson.text(state)));
    }

    /**
     * The notices that are held.
     *
     * @param upTo those only whose mute is over then; null for all
     */
    public Stream<NoticeReference> held(@Nullable Instant upTo) {
        var end = upTo == null ? null : Timestamp.of(upTo);
        return CaseItem.dueShards().stream()
                .flatMap(shard -> table.index("byDue", "dueShard", shard, "stepKey", end))
                .filter(item -> Attributes.text(item, Keys.SK).startsWith(Keys.NOTICE))
                .map(Notices::reference);
    }

    private static NoticeReference reference(JsonObject item) {
        return new NoticeReference(Attributes.text(item, Keys.PK), Attributes.text(item, Keys.SK));
    }

    static StoredNotice kept(JsonObject item) {
        return new StoredNotice(
                reference(item),
                NoticeItem.read(item),
                Attributes.text(item, "state"),
                item.text("channel"),
                Attributes.maybeInstant(item, "sentAt"));
    }
}
