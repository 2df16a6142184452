package earshot.casebook;

import earshot.domain.cases.Entry;
import earshot.domain.post.Activity;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.PostId;
import earshot.json.Json;
import java.util.List;
import java.util.Optional;

/** The entries of conversations: each post once, for ever. */
public final class Entries {
    private final Table table;

    Entries(Table table) {
        this.table = table;
    }

    /**
     * What filing came to.
     *
     * @param isNew whether the entry was not there before
     */
    public record FiledEntry(Entry entry, boolean isNew) {}

    public Optional<Entry> find(ConversationKey conversation, PostId post) {
        return table.get(Keys.entry(conversation, post)).map(EntryItem::read);
    }

    /** All entries of a conversation, in no order that matters. */
    public List<Entry> of(ConversationKey conversation) {
        return table.query(conversation.value(), Keys.POST).map(EntryItem::read).toList();
    }

    /** Files a post, or merges it into its entry where that is there already. */
    public FiledEntry file(ConversationKey conversation, Entry entry, List<Activity> early) {
        var first = after(entry, early);
        return switch (table.putIfAbsent(
                Keys.entry(conversation, entry.id()), EntryItem.write(EntryLimit.of(first)))) {
            case Table.Put.Done _ -> new FiledEntry(first, true);
            case Table.Put.Refused(var holds) -> {
                var again = new java.util.ArrayList<Activity>(early);
                again.add(new Activity.Published(entry.post()));
                yield new FiledEntry(merge(conversation, holds, again), false);
            }
        };
    }

    /** Merges what happened into an entry; empty when there is no entry yet. */
    public Optional<Entry> merge(ConversationKey conversation, Activity activity) {
        return table.get(Keys.entry(conversation, activity.id()))
                .map(holds -> merge(conversation, holds, List.of(activity)));
    }

    private Entry merge(ConversationKey conversation, Json holds, List<Activity> activities) {
        var item = holds;
        while (true) {
            var before = EntryItem.read(item);
            var after = after(before, activities);
            if (after.equals(before)) {
                return before;
            }
            var next = EntryLimit.of(after.change().rev(before.rev() + 1).done());
            var put =
                    table.putIf(
                            Keys.entry(conversation, before.id()),
                            EntryItem.write(next),
                            "rev",
                            before.rev());
            switch (put) {
                case Table.Put.Done _ -> {
                    return next;
                }
                case Table.Put.Refused(var now) -> item = now;
            }
        }
    }

    private static Entry after(Entry entry, List<Activity> activities) {
        var after = entry;
        for (var activity : activities) {
            after = after.after(activity);
        }
        return after;
    }
}
