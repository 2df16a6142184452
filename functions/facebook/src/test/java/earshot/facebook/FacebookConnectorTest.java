package earshot.facebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.json.Json;
import earshot.webhook.Delivery;
import earshot.webhook.Ignored;
import earshot.webhook.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookConnectorTest {
    private static final String POST =
            "{'field':'feed','value':{'item':'post','verb':'add','post_id':'%s'}}";
    private static final String MESSAGE =
            "{'sender':{'id':'7'},'message':{'mid':'%s','text':'Hi'}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "[]",
                "7",
                "null",
                "{}",
                "{'object':'page'",
                "{'object':'page'}",
                "{'object':'page','entry':{'id':['1']}}",
                "{'object':['page'],'entry':[]}",
                "{'object':'page','entry':[]}{'object':'evil'}",
                "{'time':NaN}",
                "{'time':1e1000000000}",
                "{'object':'page','object':'user','entry':[]}"
            })
    void whatIsNoDeliveryIsUnreadableAsAWhole(String body) {
        assertThat(Read.unreadable(Read.body(body)).alone()).isNull();
    }

    @Test
    void bytesThatAreNoUtf8AreUnreadable() {
        Read.unreadable(
                Read.bytes("{\"object\":\"page\",\"entry\":[]}".getBytes(StandardCharsets.UTF_16)));
        Read.unreadable(Read.bytes(new byte[] {'"', (byte) 0xff, '"'}));
    }

    @ParameterizedTest
    @CsvSource({
        "instagram,object/instagram",
        "new_thing_2027,object/new_thing_2027",
        "<script>,object/other"
    })
    void anotherObjectIsIgnored(String object, String kind) {
        var body = "{'object':'%s','entry':[{'id':'1','changes':[{}]}]}".formatted(object);
        assertThat(Read.ignored(Read.body(body)).kind()).isEqualTo(kind);
    }

    @Test
    void emptyDeliveryHoldsNothing() {
        var reading = Read.body("{'object':'page','entry':[]}");
        assertThat(reading.activities()).isEmpty();
        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.ignored()).isEmpty();
    }

    @Test
    void everyElementOfEveryListOfEveryEntryIsRead() {
        var entry =
                "{'id':'42','changes':[%s,%s],'messaging':[%s],'standby':[%s]}"
                        .formatted(
                                POST.formatted("42_%1$d1"),
                                POST.formatted("42_%1$d2"),
                                MESSAGE.formatted("m_%1$d3"),
                                MESSAGE.formatted("m_%1$d4"));
        var body =
                "{'object':'page','entry':[" + entry.formatted(1) + "," + entry.formatted(2) + "]}";
        assertThat(Read.body(body).activities())
                .extracting(activity -> activity.id().value())
                .containsExactly(
                        "42_11", "42_12", "m_13", "m_14", "42_21", "42_22", "m_23", "m_24");
    }

    @Test
    void badElementIsUnreadableAloneAndItsSiblingsSurvive() {
        var bad = "{'field':'feed','value':{'item':'post','verb':'add','post_id':['x']}}";
        var reading =
                Read.entry(
                        "'changes':[%s,%s,%s]"
                                .formatted(POST.formatted("42_1"), bad, POST.formatted("42_3")));
        assertThat(reading.activities())
                .extracting(Activity::id)
                .containsExactly(Read.id("42_1"), Read.id("42_3"));
        assertThat(reading.unreadable())
                .containsExactly(
                        new Unreadable(
                                Why.NO_POST_ID,
                                json(
                                        "{'object':'page','entry':[{'id':'42','time':1795165201,'changes':["
                                                + bad
                                                + "]}]}")));
    }

    @Test
    void whatWasUnreadableReadsTheSameByItself() {
        var reading =
                Read.entry("'changes':[7],'messaging':[7,%s]".formatted(MESSAGE.formatted("m_1")));
        for (var unreadable : reading.unreadable()) {
            var alone = requireNonNull(unreadable.alone());
            assertThat(Read.unreadable(Read.body(alone))).isEqualTo(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "'?'",
                "[]",
                "null",
                "{'id':['1'],'messaging':[]}",
                "{'id':'','changes':[]}"
            })
    void badEntryIsUnreadableAlone(String bad) {
        var good = "{'id':'42','messaging':[" + MESSAGE.formatted("m_1") + "]}";
        var reading = Read.body("{'object':'page','entry':[%s,%s]}".formatted(bad, good));
        assertThat(reading.activities()).hasSize(1);
        assertThat(reading.unreadable())
                .extracting(Unreadable::alone)
                .containsExactly(json("{'object':'page','entry':[" + bad + "]}").write());
    }

    @Test
    void badListIsUnreadableWithoutItsSiblings() {
        var reading = Read.entry("'changes':'?','messaging':[" + MESSAGE.formatted("m_1") + "]");
        assertThat(reading.activities()).hasSize(1);
        assertThat(reading.unreadable())
                .extracting(Unreadable::alone)
                .containsExactly(
                        json("{'object':'page','entry':[{'id':'42','time':1795165201,'changes':'?'}]}")
                                .write());
    }

    @Test
    void entryWithoutValuesIsIgnored() {
        assertThat(Read.ignored(Read.entry("'changed_fields':['feed']")).kind()).isEqualTo("entry");
        assertThat(Read.ignored(Read.entry("'changes':null")).kind()).isEqualTo("entry");
    }

    @ParameterizedTest
    @CsvSource({"parking,parking", "Great New Thing,great-new-thing", "\u00e4,other"})
    void unknownFieldIsIgnoredWithOrWithoutAValue(String field, String kind) {
        assertThat(Read.ignored(Read.entry("'changes':[{'field':'%s'}]".formatted(field))).kind())
                .isEqualTo(kind);
        assertThat(Read.ignored(Read.change(field, "'item':'bar','verb':'remove'")).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reaction",
                "like",
                "event",
                "coupon",
                "group",
                "profile",
                "great-new-thing"
            })
    void itemThatIsNoPostIsIgnored(String item) {
        var value = "'item':'%s','verb':'add','post_id':'42_1'".formatted(item);
        assertThat(Read.ignored(Read.change("feed", value)).kind())
                .isEqualTo("feed/" + item + "/add");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{'field':7.5}", "{'field':'feed'}", "{'field':'feed','value':'x'}"})
    void changeThatCannotBeUnderstoodIsUnreadable(String change) {
        Read.unreadable(Read.entry("'changes':[" + change + "]"));
    }

    @Test
    void reasonsHoldNothingThatTheNetworkSent() {
        var reading =
                Read.entry(
                        "'changes':[{'field':'feed','value':{'item':'comment','verb':'add','secret':'S3CRET'}}]");
        assertThat(reading.unreadable())
                .extracting(Unreadable::reason)
                .containsExactly(Why.NO_COMMENT_ID);
        var ignored = Read.change("feed", "'item':'S3CRET\\n{}','verb':'add'");
        assertThat(ignored.ignored()).extracting(Ignored::kind).containsExactly("feed/other/add");
    }

    @Test
    void accountIsTheSecretsWhereTheEntryNamesNone() {
        var body =
                "{\"object\":\"page\",\"entry\":[{\"id\":\"0\",\"messaging\":[{\"sender\":{\"id\":\"7\"},\"message\":{\"mid\":\"m\"}}]}]}";
        var delivery =
                new Delivery(
                        Read.RECEIVED,
                        "request",
                        Map.of(),
                        body.getBytes(StandardCharsets.UTF_8),
                        "42");
        assertThat(Read.post(new FacebookConnector().read(delivery)).account()).isEqualTo("42");
    }

    @Test
    void sameDeliveryReadsTheSame() {
        var entry = "'changes':[%s,%s]".formatted(POST.formatted("42_1"), POST.formatted("42_1"));
        assertThat(Read.entry(entry)).isEqualTo(Read.entry(entry));
        assertThat(Read.entry(entry).activities()).hasSize(2);
        assertThat(Read.entry(entry).activities().getFirst())
                .isEqualTo(Read.entry(entry).activities().getLast());
    }

    private static Json json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
