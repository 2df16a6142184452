package earshot.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.Surface;
import earshot.webhook.Reading;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessengerTest {
    private static final Instant AT = Instant.ofEpochMilli(1795165200127L);

    private static Reading from(String sender, String recipient, String what) {
        return Read.messaging(
                "{'sender':{'id':%s},'recipient':{'id':%s},'timestamp':1795165200127,%s}"
                        .formatted(sender, recipient, what));
    }

    private static Reading customer(String what) {
        return from("'7'", "'42'", what);
    }

    private static Post message(String members) {
        return Read.post(customer("'message':{'mid':'m_1'," + members + "}"));
    }

    @Test
    void messageIsPrivateBetweenThePageAndTheCustomer() {
        var post = message("'text':'Hello'");
        assertThat(post.id()).isEqualTo(Read.id("m_1"));
        assertThat(post.account()).isEqualTo("42");
        assertThat(post.surface()).isEqualTo(Surface.DIRECT);
        assertThat(post.placement()).isEqualTo(new Placement.Direct("42", "7"));
        assertThat(post.author()).isEqualTo(new Author.Customer("7", null, null, null));
        assertThat(post.published()).isEqualTo(Read.moment(AT));
        assertThat(post.text()).isEqualTo("Hello");
        assertThat(post.permalink()).isNull();
    }

    @Test
    void idsAsNumbersAreTheSameIds() {
        assertThat(from("7", "42", "'message':{'mid':'m_1','text':'Hello'}"))
                .isEqualTo(customer("'message':{'mid':'m_1','text':'Hello'}"));
    }

    @Test
    void echoIsOursInTheCustomersThread() {
        var echo = "'message':{'mid':'m_2','text':'Hi','is_echo':true,'app_id':1517776481860111}";
        var post = Read.post(from("'42'", "'7'", echo));
        assertThat(post.placement()).isEqualTo(new Placement.Direct("42", "7"));
        assertThat(post.author()).isEqualTo(new Author.Ourselves("42", null, "1517776481860111"));
    }

    @Test
    void echoWithItsPartiesSwappedIsStillInTheCustomersThread() {
        var echo = "'message':{'mid':'m_2','text':'Hi','is_echo':true}";
        var post = Read.post(from("'7'", "'42'", echo));
        assertThat(post.placement()).isEqualTo(new Placement.Direct("42", "7"));
        assertThat(post.author()).isEqualTo(new Author.Ourselves("42", null, null));
    }

    @Test
    void messageByThePageIsOursWithoutBeingCalledAnEcho() {
        var post = Read.post(from("'42'", "'7'", "'message':{'mid':'m_2','text':'Hi'}"));
        assertThat(post.author()).isInstanceOf(Author.Ourselves.class);
        assertThat(post.placement()).isEqualTo(new Placement.Direct("42", "7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'id':'0',", "'id':null,"})
    void withoutAnAccountTheEntryIsOurSideOfTheMessage(String id) {
        var body =
                "{'object':'page','entry':[{%s'messaging':[{'sender':{'id':'%s'},'recipient':{'id':'%s'},'message':{'mid':'m_1','is_echo':%s}}]}]}";
        var received = Read.post(Read.body(body.formatted(id, "7", "42", "false")));
        var echo = Read.post(Read.body(body.formatted(id, "42", "7", "true")));
        assertThat(received.account()).isEqualTo("42");
        assertThat(received.placement()).isEqualTo(new Placement.Direct("42", "7"));
        assertThat(echo.placement()).isEqualTo(received.placement());
    }

    @Test
    void messageThatNamesNoAccountAtAllIsKept() {
        var body =
                "{'object':'page','entry':[{'messaging':[{'sender':{'id':'7'},'message':{'mid':'m_1'}}]}]}";
        assertThat(Read.post(Read.body(body)).placement())
                .isEqualTo(new Placement.Direct("unknown", "7"));
    }

    @Test
    void standbyIsReadLikeMessaging() {
        var event =
                "[{'sender':{'id':'7'},'recipient':{'id':'42'},'message':{'mid':'m_1','text':'Hi'}}]";
        assertThat(Read.entry("'standby':" + event)).isEqualTo(Read.entry("'messaging':" + event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "message_echoes", "standby"})
    void testButtonsShapeIsReadLikeMessaging(String field) {
        var event =
                "'sender':{'id':'7'},'recipient':{'id':'42'},'timestamp':'1795165200','message':{'mid':'t','text':'x'}";
        assertThat(Read.change(field, event)).isEqualTo(Read.messaging("{" + event + "}"));
    }

    @Test
    void editHasTheNewText() {
        var edit = "'message_edit':{'mid':'m_1','text':'Hello!','num_edit':'1'}";
        assertThat(Read.activity(customer(edit)))
                .isEqualTo(
                        new Activity.Edited(
                                Read.id("m_1"), Read.moment(AT), "Hello!", List.of(), null, false));
    }

    @Test
    void editWithoutATextIsIgnored() {
        assertThat(Read.ignored(customer("'message_edit':{'mid':'m_1','num_edit':0}")).kind())
                .isEqualTo("messaging/message_edit");
    }

    @Test
    void deletedMessageIsDeleted() {
        assertThat(Read.activity(customer("'message':{'mid':'m_1','is_deleted':true}")))
                .isEqualTo(new Activity.Deleted(Read.id("m_1"), Read.moment(AT)));
    }

    @Test
    void unsupportedMessageIsAPostWithoutText() {
        assertThat(message("'is_unsupported':true").text()).isNull();
    }

    @Test
    void answerNamesTheMessageOrTheStoryThatItAnswers() {
        assertThat(message("'reply_to':{'mid':'m_0'}").inReplyTo()).isEqualTo("m_0");
        var toStory = message("'reply_to':{'story':{'id':'9','url':'https://f/s'}}");
        assertThat(toStory.inReplyTo()).isEqualTo("9");
        assertThat(toStory.attachments())
                .containsExactly(new Attachment("story", "https://f/s", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'fallback','url':'https://x','payload':null}",
                "{'type':'fallback','URL':'https://x'}",
                "{'type':'fallback','payload':{'url':'https://x'}}",
                "{'type':'fallback','payload':'BLOB','url':'https://x'}"
            })
    void linkIsFoundWhereverItStands(String attachment) {
        assertThat(message("'attachments':[" + attachment + "]").attachments())
                .containsExactly(new Attachment("fallback", "https://x", null));
    }

    @Test
    void attachmentsKeepTheNetworksWords() {
        var attachments =
                message(
                                "'attachments':[{'type':'location','payload':{'coordinates':{'lat':59.31,'long':-10}}},"
                                        + "{'type':'template','payload':{'product':{'elements':[{'image_url':'https://p'},{}]}}},"
                                        + "{'type':'hologram'},{},7]")
                        .attachments();
        assertThat(attachments)
                .containsExactly(
                        new Attachment("location", "geo:59.31,-10", null),
                        new Attachment("product", "https://p", null),
                        new Attachment("product", null, null),
                        new Attachment("hologram", null, null),
                        new Attachment("unknown", null, null),
                        new Attachment("unknown", null, null));
    }

    @Test
    void pressedButtonIsWhatTheCustomerSays() {
        var post = Read.post(customer("'postback':{'title':'Talk to a person','payload':'HUMAN'}"));
        assertThat(post.text()).isEqualTo("Talk to a person");
        assertThat(post.id()).isEqualTo(Read.id("postback/7/1795165200127"));
        assertThat(Read.post(customer("'postback':{'mid':'m_5','title':'Yes'}")).id())
                .isEqualTo(Read.id("m_5"));
    }

    @Test
    void buttonWithoutATitleIsIgnored() {
        assertThat(Read.ignored(customer("'postback':{'payload':'GET_STARTED'}")).kind())
                .isEqualTo("messaging/postback");
    }

    @Test
    void pressThatCannotBeNamedIsUnreadable() {
        Read.unreadable(Read.messaging("{'sender':{'id':'7'},'postback':{'title':'Yes'}}"));
        Read.unreadable(
                Read.messaging(
                        "{'sender':{'id':'%s'},'timestamp':1795165200127,'postback':{'title':'Yes'}}"
                                .formatted("7".repeat(2048))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reaction",
                "read",
                "delivery",
                "optin",
                "referral",
                "account_linking",
                "app_roles",
                "pass_thread_control",
                "take_thread_control",
                "request_thread_control",
                "policy-enforcement",
                "great_new_thing"
            })
    void whatIsNoMessageIsIgnoredAndCounted(String kind) {
        var ignored = Read.ignored(customer("'" + kind + "':{'mid':'m_1'}"));
        assertThat(ignored.kind()).isEqualTo("messaging/" + kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'sender':{'id':'7'},'message':{'text':'no mid'}}",
                "{'sender':{'id':'7'},'message':'text'}",
                "{'recipient':{'id':'42'},'message':{'mid':'m_1'}}",
                "{'sender':{'id':'7'},'message_edit':{'text':'no mid'}}",
                "{'sender':{'id':'7'},'recipient':{'id':'42'},'timestamp':1}",
                "{}",
                "7",
                "null",
                "'text'",
                "[]"
            })
    void eventThatCannotBeUnderstoodIsUnreadable(String event) {
        Read.unreadable(Read.messaging(event));
    }
}
