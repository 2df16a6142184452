package earshot.router;

import earshot.casebook.Address;
import earshot.casebook.Address.Owner;
import earshot.casebook.AddressBook;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Post;
import java.util.Optional;

/**
 * Finds the conversation of a post. A reply belongs to its parent's conversation when that is a
 * customer's; under a post of ours every customer has a conversation of their own.
 */
final class Placing {
    private final AddressBook addresses;

    Placing(AddressBook addresses) {
        this.addresses = addresses;
    }

    /**
     * The conversation that a post asks for; what it gets is for its claim to say.
     *
     * @param waited whether the post has waited for its parent already
     * @return empty when it should wait once
     */
    Optional<ConversationKey> place(Post post, Owner owner, boolean waited) {
        return switch (post.placement()) {
            case Placement.Root() -> Optional.of(ConversationKey.of(post.id()));
            case Placement.Direct(var account, var customer) ->
                    Optional.of(ConversationKey.direct(post.network(), account, customer));
            case Placement.Reply reply -> reply(post, reply, owner, waited);
        };
    }

    private Optional<ConversationKey> reply(
            Post post, Placement.Reply reply, Owner owner, boolean waited) {
        var itself = ConversationKey.of(post.id());
        var parent = addresses.look(reply.parent());
        if (parent.conversation() != null) {
            return Optional.of(known(parent, ConversationKey.of(reply.parent()), itself));
        }
        var kin = parent.hintedOurs() ? Whose.OURS : reply.parentIs();
        return switch (kin) {
            case OTHERS -> Optional.of(ofAnother(reply));
            case OURS -> Optional.of(owner == Owner.OURS ? parentOf(reply) : asOurs(reply, itself));
            case UNKNOWN -> {
                if (owner == Owner.OURS) {
                    yield Optional.of(parentOf(reply));
                }
                yield waited ? Optional.of(asOurs(reply, itself)) : Optional.empty();
            }
        };
    }

    /** Never guess, never wait: our reply is where its parent will be. */
    private static ConversationKey parentOf(Placement.Reply reply) {
        return ConversationKey.of(reply.parent());
    }

    private ConversationKey known(
            Address parent, ConversationKey parentKey, ConversationKey itself) {
        var conversation = java.util.Objects.requireNonNull(parent.conversation());
        if (parent.owner() != Owner.OURS) {
            return conversation;
        }
        if (conversation.equals(parentKey)) {
            return itself;
        }
        // Ours, and filed under another post: that one may be a root of ours as well.
        return addresses.look(conversation).isOwnRoot(conversation) ? itself : conversation;
    }

    private ConversationKey asOurs(Placement.Reply reply, ConversationKey itself) {
        addresses.hintOurs(reply.parent(), itself);
        return itself;
    }

    /** The parent is somebody else's: it is claimed first, and what that claim returned is ours. */
    private ConversationKey ofAnother(Placement.Reply reply) {
        var claimed = addresses.claimFor(reply.parent(), root(reply)).conversation();
        return java.util.Objects.requireNonNull(claimed);
    }

    private ConversationKey root(Placement.Reply reply) {
        var parent = ConversationKey.of(reply.parent());
        var thread = reply.thread();
        if (thread == null) {
            return parent;
        }
        var key = ConversationKey.of(thread);
        var root = addresses.look(thread);
        if (root.conversation() == null) {
            return reply.threadIs() == Whose.OTHERS ? key : parent;
        }
        return root.owner() == Owner.OURS && root.isOwnRoot(key) ? parent : root.conversation();
    }
}
