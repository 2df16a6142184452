package earshot.casebook;

import earshot.domain.cases.Case;
import earshot.domain.cases.Entry;
import earshot.domain.post.ConversationKey;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item of the case table by what it is: for whoever follows the table's stream. */
public sealed interface Row {
    /** A post, as a conversation holds it. */
    record Posted(ConversationKey conversation, Entry entry) implements Row {}

    /** A case. */
    record Opened(Case state) implements Row {}

    /** A notice. */
    record Told(Notices.StoredNotice notice) implements Row {}

    /** Whatever else the table holds. */
    record Other() implements Row {}

    static Row of(Map<String, AttributeValue> image) {
        var item = ItemJson.json(image);
        var sk = Attributes.text(item, Keys.SK);
        if (sk.startsWith(Keys.POST)) {
            var conversation = new ConversationKey(Attributes.text(item, Keys.PK));
            return new Posted(conversation, EntryItem.read(item));
        }
        if (sk.startsWith(Keys.CASE)) {
            return new Opened(CaseItem.read(item));
        }
        return sk.startsWith(Keys.NOTICE) ? new Told(Notices.kept(item)) : new Other();
    }
}
