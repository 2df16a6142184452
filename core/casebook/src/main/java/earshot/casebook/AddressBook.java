package earshot.casebook;

import earshot.casebook.Address.Owner;
import earshot.domain.Activity;
import earshot.domain.ConversationKey;
import earshot.domain.PostId;
import earshot.domain.Word;
import earshot.json.Json;
import earshot.queue.Wire;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The addresses of posts: which conversation each belongs to. */
public final class AddressBook {
    /** Lists in an address end here. */
    static final int LONGEST_LIST = 100;

    /**
     * An edit of this size at most is kept until its post comes, so that an address stays small.
     */
    private static final int LONGEST_EARLY = 100 * 1024;

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
                                        ":c", Items.text(conversation.value()),
                                        ":o", Items.text(owner.word())))
                        .orElseThrow());
    }

    /** Claims the address of a post that has not come yet, on behalf of one that answers it. */
    public Address claimFor(PostId parent, ConversationKey conversation) {
        return address(
                table.update(
                                Keys.address(parent),
                                "SET conversation = if_not_exists(conversation, :c)",
                                null,
                                Map.of(),
                                Map.of(":c", Items.text(conversation.value())))
                        .orElseThrow());
    }

    /** Notes that a post was taken for ours, and by which conversation. Never a claim. */
    public void hintOurs(PostId parent, ConversationKey filed) {
        var one = AttributeValue.fromSs(java.util.List.of(filed.value()));
        table.update(
                Keys.address(parent),
                "SET hint = :ours ADD hinted :one",
                "attribute_not_exists(#o) AND (attribute_not_exists(hinted) OR (size(hinted) <"
                        + " :most AND NOT contains(hinted, :filed)))",
                Map.of("#o", "owner"),
                Map.of(
                        ":ours", Items.text("ours"),
                        ":one", one,
                        ":filed", Items.text(filed.value()),
                        ":most", Items.number(LONGEST_LIST)));
    }

    /** What became of an activity that may have come before its post. */
    public enum Kept {
        /** It waits in the address until the post comes. */
        KEPT,
        /** The post has come: the activity belongs into its entry. */
        COME,
        /** The address holds as much as it may. */
        FULL
    }

    /** Keeps what happened to a post that has not come yet; it neither claims nor waits. */
    public Kept keepEarly(PostId post, Activity activity) {
        var wired = Wire.encode(activity);
        if (wired.length() > LONGEST_EARLY) {
            return Kept.FULL;
        }
        var kept =
                table.update(
                        Keys.address(post),
                        "SET early = list_append(if_not_exists(early, :none), :one)",
                        "attribute_not_exists(#o) AND (attribute_not_exists(early) OR (size(early)"
                                + " < :most AND NOT contains(early, :text)))",
                        Map.of("#o", "owner"),
                        Map.of(
                                ":none", AttributeValue.fromL(java.util.List.of()),
                                ":one", AttributeValue.fromL(java.util.List.of(Items.text(wired))),
                                ":text", Items.text(wired),
                                ":most", Items.number(LONGEST_LIST)));
        if (kept.isPresent()) {
            return Kept.KEPT;
        }
        var holds = look(post);
        if (holds.owner() != null) {
            return Kept.COME;
        }
        return holds.early().contains(activity) ? Kept.KEPT : Kept.FULL;
    }

    private static Address address(Json item) {
        var conversation = item.text("conversation");
        var owner = item.text("owner");
        return new Address(
                conversation == null ? null : new ConversationKey(conversation),
                owner == null ? null : Word.parse(Owner.class, owner),
                item.has("hint"),
                item.items("early").stream()
                        .map(e -> Wire.activity(Objects.requireNonNull(e.text())))
                        .toList(),
                item.items("hinted").stream()
                        .map(h -> new ConversationKey(Objects.requireNonNull(h.text())))
                        .toList());
    }
}
