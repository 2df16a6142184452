package earshot.casebook;

import earshot.casebook.Address.Owner;
import earshot.domain.WireWord;
import earshot.domain.post.Activity;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.PostId;
import earshot.json.Json;
import earshot.queue.Wire;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The addresses of posts: which conversation each belongs to. */
public final class AddressBook {
    /** Lists in an address end here. */
    static final int LONGEST_LIST = 100;

    /** Bytes of what came early, so that an address stays small. */
    private static final int MOST_EARLY = 100 * 1024;

    private static final String OTHERS = "others";

    private final Table table;

    AddressBook(Table table) {
        this.table = table;
    }

    /** What is known of a post. */
    public Address look(PostId post) {
        return table.get(Keys.address(post)).map(AddressBook::address).orElse(Address.UNKNOWN);
    }

    /** What is known of the post that began a conversation, if a post did. */
    public Address look(ConversationKey conversation) {
        return table.get(Keys.address(conversation))
                .map(AddressBook::address)
                .orElse(Address.UNKNOWN);
    }

    /**
     * Claims a post's address for a conversation, in one write, and returns what holds from now on:
     * the first claim wins.
     */
    public Address claim(PostId post, ConversationKey conversation, Owner owner) {
        return address(
                table.update(
                                Keys.address(post),
                                "SET conversation = if_not_exists(conversation, :c), #o ="
                                        + " if_not_exists(#o, :o)",
                                null,
                                Map.of("#o", "owner"),
                                Map.of(
                                        ":c", ItemJson.text(conversation.value()),
                                        ":o", ItemJson.text(owner.word())))
                        .orElseThrow());
    }

    /**
     * Claims the address of a post that has not come yet, on behalf of one that answers it, whose
     * delivery names its author: somebody else.
     */
    public Address claimForOthers(PostId parent, ConversationKey conversation) {
        return claimFor(
                parent,
                "SET conversation = if_not_exists(conversation, :c), named = :named",
                Map.of(
                        ":c", ItemJson.text(conversation.value()),
                        ":named", ItemJson.text(OTHERS)));
    }

    /**
     * The same where nobody says whose the post is: the claim binds it, and tells nothing of it.
     */
    public Address claimForUnknown(PostId parent, ConversationKey conversation) {
        return claimFor(
                parent,
                "SET conversation = if_not_exists(conversation, :c)",
                Map.of(":c", ItemJson.text(conversation.value())));
    }

    /** Notes that a post is somebody else's: it has come, and waits for what stands above it. */
    public void nameOthers(PostId post) {
        table.update(
                Keys.address(post),
                "SET named = :named",
                null,
                Map.of(),
                Map.of(":named", ItemJson.text(OTHERS)));
    }

    private Address claimFor(PostId parent, String update, Map<String, AttributeValue> values) {
        return address(
                table.update(Keys.address(parent), update, null, Map.of(), values).orElseThrow());
    }

    /** Notes that a post was taken for ours, and by which conversation. Never a claim. */
    public void hintOurs(PostId parent, ConversationKey filed) {
        hintOurs(ConversationKey.of(parent), filed);
    }

    /** The same of the post that a conversation is named after. */
    public void hintOurs(ConversationKey parent, ConversationKey filed) {
        var one = AttributeValue.fromSs(List.of(filed.value()));
        table.update(
                Keys.address(parent),
                "SET hint = :ours ADD hinted :one",
                "attribute_not_exists(#o) AND (attribute_not_exists(hinted) OR (size(hinted) <"
                        + " :most AND NOT contains(hinted, :filed)))",
                Map.of("#o", "owner"),
                Map.of(
                        ":ours", ItemJson.text("ours"),
                        ":one", one,
                        ":filed", ItemJson.text(filed.value()),
                        ":most", ItemJson.number(LONGEST_LIST)));
    }

    /** What became of an activity that may have come before its post. */
    public enum EarlyOutcome {
        /** It waits in the address until the post comes. */
        KEPT,
        /** The post has come: the activity belongs into its entry. */
        COME,
        /** The address holds as much as it may. */
        FULL
    }

    /** Keeps what happened to a post that has not come yet; it neither claims nor waits. */
    public EarlyOutcome keepEarly(PostId post, Activity activity) {
        while (true) {
            var holds = look(post);
            if (holds.owner() != null) {
                return EarlyOutcome.COME;
            }
            if (holds.early().contains(activity)) {
                return EarlyOutcome.KEPT;
            }
            if (!hasRoom(holds, activity)) {
                return EarlyOutcome.FULL;
            }
            if (keep(post, activity, holds.early().size())) {
                return EarlyOutcome.KEPT;
            }
        }
    }

    private static boolean hasRoom(Address holds, Activity activity) {
        int bytes = Wire.encode(activity).length();
        for (var kept : holds.early()) {
            bytes += Wire.encode(kept).length();
        }
        return holds.early().size() < LONGEST_LIST && bytes <= MOST_EARLY;
    }

    /** Only while as many are kept as were counted, and only before the post's own claim. */
    private boolean keep(PostId post, Activity activity, int counted) {
        return table.update(
                        Keys.address(post),
                        "SET early = list_append(if_not_exists(early, :none), :one)",
                        "attribute_not_exists(#o) AND "
                                + (counted == 0
                                        ? "(attribute_not_exists(early) OR size(early) = :counted)"
                                        : "size(early) = :counted"),
                        Map.of("#o", "owner"),
                        Map.of(
                                ":none", AttributeValue.fromL(List.of()),
                                ":one",
                                        AttributeValue.fromL(
                                                List.of(ItemJson.text(Wire.encode(activity)))),
                                ":counted", ItemJson.number(counted)))
                .isPresent();
    }

    private static Address address(Json item) {
        var conversation = item.text("conversation");
        var owner = item.text("owner");
        return new Address(
                conversation == null ? null : new ConversationKey(conversation),
                owner == null ? null : WireWord.parse(Owner.class, owner),
                OTHERS.equals(item.text("named")),
                item.has("hint"),
                item.items("early").stream()
                        .map(e -> Wire.activity(Objects.requireNonNull(e.text())))
                        .toList(),
                item.items("hinted").stream()
                        .map(h -> new ConversationKey(Objects.requireNonNull(h.text())))
                        .toList());
    }
}
