package earshot.casebook;

import earshot.domain.Timestamp;
import earshot.domain.cases.CaseId;
import earshot.domain.cases.Notice;
import earshot.domain.cases.Pending;
import earshot.domain.post.ConversationKey;
import earshot.domain.post.KeyPart;
import earshot.domain.post.PostId;
import java.time.Instant;
import java.time.LocalDate;

/** How the items of the case table are found. */
final class Keys {
    static final String PK = "pk";
    static final String SK = "sk";
    static final String ADDRESS = "ADDRESS";
    static final String POST = "POST#";
    static final String CASE = "CASE#";
    static final String ACTION = "ACTION#";
    static final String NOTICE = "NOTICE#";
    static final String SETTINGS = "SETTINGS";
    static final String MUTE = "MUTE#";
    static final String WINDOW = "WINDOW";
    static final String SEEN = "SEEN#";

    private Keys() {}

    /** Keys of one item. */
    record Key(String pk, String sk) {}

    static Key address(PostId post) {
        return new Key("@" + post.key(), ADDRESS);
    }

    /** The address of the post that a conversation is named after. */
    static Key address(ConversationKey conversation) {
        return new Key("@" + conversation.value(), ADDRESS);
    }

    static Key entry(ConversationKey conversation, PostId post) {
        return new Key(conversation.value(), POST + KeyPart.of(post.value()));
    }

    static Key of(CaseId id) {
        return new Key(id.conversation().value(), "%s%06d".formatted(CASE, id.number()));
    }

    static Key action(Pending.Action action) {
        return action(action.caseId().conversation(), action.at(), action.cause());
    }

    static Key action(ConversationKey conversation, Instant at, String cause) {
        return new Key(conversation.value(), ACTION + Timestamp.of(at) + "#" + KeyPart.of(cause));
    }

    static Key notice(Notice notice) {
        return new Key(
                notice.caseId().conversation().value(),
                notices(notice.caseId(), notice.cycle())
                        + notice.target().word()
                        + "#"
                        + KeyPart.of(notice.step())
                        + "#"
                        + KeyPart.of(notice.recipient()));
    }

    /** What the keys of all notices of one cycle begin with. */
    static String notices(CaseId id, String cycle) {
        return "%s%06d#%s#".formatted(NOTICE, id.number(), KeyPart.of(cycle));
    }

    static Key recipient(String recipient) {
        return new Key("RECIPIENT#" + KeyPart.of(recipient), WINDOW);
    }

    static Key cursor(String function, String account) {
        return new Key(cursors(function), KeyPart.of(account));
    }

    static Key quota(String function, LocalDate day) {
        return new Key(cursors(function), "QUOTA#" + day);
    }

    /** The partition of what was seen of one account. */
    static String seen(String function, String account) {
        return cursors(function) + "#" + KeyPart.of(account);
    }

    static Key seen(String function, String account, int bucket) {
        return new Key(seen(function, account), "%s%02d".formatted(SEEN, bucket));
    }

    private static String cursors(String function) {
        return "CURSOR:" + function;
    }

    static Key mute(String team) {
        return new Key(SETTINGS, MUTE + KeyPart.of(team));
    }

    /** Beside the cursors: a function is paused for all its accounts. */
    static Key pause(String function) {
        return new Key(cursors(function), "#PAUSE");
    }

    static Key policyPointer() {
        return new Key(SETTINGS, "POLICY");
    }

    static Key policyPart(int version, int part) {
        return new Key(SETTINGS, "POLICY#%06d#%03d".formatted(version, part));
    }
}
