package earshot.router;

import earshot.casebook.Address;
import earshot.casebook.Address.Owner;
import earshot.casebook.AddressBook;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Above;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Post;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the conversation of a post. A reply belongs to its parent's conversation when that is a
 * customer's; under a post of ours every customer has a conversation of their own. What is unknown
 * above a post never makes two customers one: it is waited for, once, and then taken for ours.
 */
final class Placing {
    private final AddressBook addresses;

    Placing(AddressBook addresses) {
        this.addresses = addresses;
    }

    /**
     * The conversation that a post asks for; what it gets is for its claim to say.
     *
     * @param post with every account of ours recognized
     * @param waited whether the post has waited already for what stands above it
     * @return empty when it should wait once
     */
    Optional<ConversationKey> place(Post post, Owner owner, boolean waited) {
        return switch (post.placement()) {
            case Placement.Root() -> Optional.of(ConversationKey.of(post.id()));
            case Placement.Direct(var account, var customer) ->
                    Optional.of(ConversationKey.direct(post.network(), account, customer));
            case Placement.Reply reply ->
                    new Reply(ConversationKey.of(post.id()), reply, owner, waited).place();
        };
    }

    /** A reply that looks for its conversation. */
    private final class Reply {
        private final ConversationKey itself;
        private final Above parent;
        private final @org.jspecify.annotations.Nullable Above thread;
        private final boolean isOurs;
        private final boolean waited;

        Reply(ConversationKey itself, Placement.Reply reply, Owner owner, boolean waited) {
            this.itself = itself;
            this.parent = reply.parent();
            this.thread = reply.thread();
            this.isOurs = owner == Owner.OURS;
            this.waited = waited;
        }

        Optional<ConversationKey> place() {
            var address = addresses.look(parent.id());
            if (address.owner() == Owner.OURS) {
                return below(address);
            }
            if (address.isOthers() && address.conversation() != null) {
                return Optional.of(address.conversation());
            }
            return switch (whose(address)) {
                case OTHERS -> Optional.of(claimed(parent.whose() == Whose.OTHERS));
                case OURS -> Optional.of(isOurs ? ConversationKey.of(parent.id()) : alone());
                case UNKNOWN -> belowUnknown();
            };
        }

        /** Under a stranger's root, an answer of ours is itself a comment in that conversation. */
        private Whose whose(Address address) {
            boolean inStrangers = thread != null && thread.whose() == Whose.OTHERS;
            if (inStrangers && parent.whose() != Whose.UNKNOWN) {
                return Whose.OTHERS;
            }
            if (address.isOthers()) {
                return Whose.OTHERS;
            }
            return address.hintedOurs() ? Whose.OURS : parent.whose();
        }

        /** The parent is ours: does it stand in a customer's conversation? */
        private Optional<ConversationKey> below(Address address) {
            var conversation = Objects.requireNonNull(address.conversation());
            if (conversation.equals(ConversationKey.of(parent.id()))) {
                return Optional.of(itself);
            }
            var root = addresses.look(conversation);
            if (root.isOthers()) {
                return Optional.of(conversation);
            }
            if (root.owner() == Owner.OURS || isOurs) {
                return Optional.of(root.owner() == Owner.OURS ? itself : conversation);
            }
            if (!root.hintedOurs() && !waited) {
                return Optional.empty();
            }
            addresses.hintOurs(conversation, itself);
            return Optional.of(itself);
        }

        /**
         * Never guess, never wait, if it is ours: it is where its parent will be. In a thread that
         * is a customer's everything is the customer's.
         */
        private Optional<ConversationKey> belowUnknown() {
            if (thread != null && (isOurs || isOthers(thread))) {
                return Optional.of(claimed(false));
            }
            if (isOurs) {
                return Optional.of(ConversationKey.of(parent.id()));
            }
            return waited ? Optional.of(alone()) : Optional.empty();
        }

        private boolean isOthers(Above root) {
            return root.whose() == Whose.OTHERS || addresses.look(root.id()).isOthers();
        }

        private ConversationKey alone() {
            addresses.hintOurs(parent.id(), itself);
            return itself;
        }

        /** The parent is claimed first, and what that claim returned is the reply's too. */
        private ConversationKey claimed(boolean isNamed) {
            var root = root();
            var address =
                    isNamed
                            ? addresses.claimForOthers(parent.id(), root)
                            : addresses.claimForUnknown(parent.id(), root);
            return Objects.requireNonNull(address.conversation());
        }

        private ConversationKey root() {
            var above = ConversationKey.of(parent.id());
            if (thread == null) {
                return above;
            }
            var key = ConversationKey.of(thread.id());
            var root = addresses.look(thread.id());
            if (root.conversation() == null) {
                return thread.whose() == Whose.OTHERS ? key : above;
            }
            return root.isOwnRoot(key) ? above : root.conversation();
        }
    }
}
