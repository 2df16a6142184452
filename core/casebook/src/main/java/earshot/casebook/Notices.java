package earshot.casebook;

import earshot.domain.CaseId;
import earshot.domain.ConversationKey;
import earshot.domain.Notice;
import earshot.domain.Timestamp;
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
    private final Table table;

    Notices(Table table) {
        this.table = table;
    }

    /**
     * A notice as the table has it.
     *
     * @param sentAt null until it was delivered
     */
    public record Kept(
            NoticeReference key,
            Notice notice,
            String state,
            @Nullable String channel,
            @Nullable Instant sentAt) {
        public boolean isSent() {
            return sentAt != null;
        }
    }

    /** Puts a decided notice unless it is there, sent or not, and says where it is. */
    public NoticeReference put(Notice notice) {
        var key = Keys.notice(notice);
        var item = Json.object().with("state", "decided");
        NoticeItem.write(notice).members().forEach(item::with);
        table.putIfAbsent(key, item.with("schemaVersion", 1).build());
        return new NoticeReference(key.pk(), key.sk());
    }

    public Optional<Kept> find(NoticeReference reference) {
        return table.get(new Keys.Key(reference.pk(), reference.sk())).map(Notices::kept);
    }

    /** All notices of a conversation. */
    public List<Kept> of(ConversationKey conversation) {
        return table.query(conversation.value(), Keys.NOTICE).map(Notices::kept).toList();
    }

    Stream<Kept> ofCycle(CaseId id, String cycle) {
        return table.query(id.conversation().value(), Keys.notices(id, cycle)).map(Notices::kept);
    }

    /** Notes that a notice was delivered. */
    public void sent(NoticeReference reference, String channel, Instant at) {
        table.update(
                new Keys.Key(reference.pk(), reference.sk()),
                "SET #s = :s, channel = :c, sentAt = if_not_exists(sentAt, :t)",
                "attribute_exists(pk)",
                Map.of("#s", "state"),
                Map.of(
                        ":s", Items.text("sent"),
                        ":c", Items.text(channel),
                        ":t", Items.text(Timestamp.of(at))));
    }

    static Kept kept(JsonObject item) {
        return new Kept(
                new NoticeReference(Read.text(item, Keys.PK), Read.text(item, Keys.SK)),
                NoticeItem.read(item),
                Read.text(item, "state"),
                item.text("channel"),
                Read.maybeInstant(item, "sentAt"));
    }
}
