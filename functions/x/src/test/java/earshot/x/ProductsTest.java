package earshot.x;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.Surface;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three products at one URL, and what is in none of them. */
class ProductsTest {
    private static final String TWEET = "{'id_str':'%s','user':{'id_str':'7'}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{}",
                "{'data':{}}",
                "{'data':[],'matching_rules':[]}",
                "{'hello':'there'}",
                "{'for_user_id':'42','tweet_create_events':[",
                "{'for_user_id':42,'tweet_create_events':[]}",
                "{'for_user_id':'','tweet_create_events':[]}",
                "{'data':{'event_type':null}}",
                "{'data':{'event_type':'post.create','filter':{'user_id':42},'payload':{'id':'1'}}}",
                "{'data':{'event_type':'post.create','payload':{}}}",
                "{'data':{'event_type':'post.create','payload':{'id':1}}}",
                "{'data':{'event_type':'post.create','payload':{'id':'1','author_id':7}}}",
                "{'data':{'event_type':'dm.received','payload':{}}}",
                "{'data':{'event_type':'post.delete','payload':{}}}",
                "{'data':{'text':'no id'},'matching_rules':[]}",
                "{'data':{'id':'2','edit_history_tweet_ids':[1,'2']},'matching_rules':[]}"
            })
    void whatIsNoDeliveryIsUnreadableAsAWhole(String body) {
        assertThat(Read.unreadable(Read.body(body)).alone()).isNull();
    }

    @Test
    void badElementStaysAloneInItsEnvelope() {
        var reading =
                Read.body(
                        "{'for_user_id':'42','users':{'7':{'name':'Mira'}},'tweet_create_events':["
                                + TWEET.formatted("1")
                                + ",{'id':5},"
                                + TWEET.formatted("2")
                                + "],'direct_message_events':7}");
        assertThat(reading.activities())
                .extracting(Activity::id)
                .containsExactly(Read.id("1"), Read.id("2"));
        assertThat(reading.unreadable()).hasSize(2);
        assertThat(
                        Objects.requireNonNull(reading.unreadable().getFirst().alone())
                                .replace('"', '\''))
                .isEqualTo(
                        "{'for_user_id':'42','users':{'7':{'name':'Mira'}},"
                                + "'tweet_create_events':[{'id':5}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'favorite_events':[{}]|favorite_events",
                "'follow_events':[{'type':'unfollow'}]|follow_events/unfollow",
                "'user_event':{'revoke':{}}|user_event/revoke",
                "'great_new_events':{}|great_new_events",
                "'great_new_events':[7]|great_new_events",
                "'direct_message_events':[{'type':'welcome'}]|direct_message_events/welcome",
                "'great':'thing'|account_activity",
                "'tweet_create_events':null|account_activity"
            })
    void whatIsNoPostIsIgnored(String member, String kind) {
        assertThat(Read.ignored(Read.body("{'for_user_id':'42'," + member + "}")).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "like.create",
                "follow.follow",
                "dm.read",
                "dm.indicate_typing",
                "chat.great_new_thing",
                "profile.update.bio",
                "broadcast.chat",
                "oauth.revoke",
                "post.great_new_thing"
            })
    void eventThatIsNoPostIsIgnored(String type) {
        assertThat(Read.ignored(Read.event(type, "'id':'1','sender_id':'7'")).kind())
                .isEqualTo(type);
    }

    @Test
    void numberBesideAnIdIsNeverTaken() {
        var body =
                "{'for_user_id':'42','tweet_create_events':[{'id':1924465506158879000,"
                        + "'id_str':'1924465506158878979','user':{'id':7,'id_str':'7'}}]}";
        assertThat(Read.post(Read.body(body)).id()).isEqualTo(Read.id("1924465506158878979"));
        Read.unreadable(Read.body(body.replace("id_str':'19", "id_string':'19")));
        Read.unreadable(Read.body(body.replace("'id_str':'7'", "'id_str':7")));
    }

    @Test
    void deletionNamesItsPost() {
        var v1 =
                "{'for_user_id':'42','tweet_delete_events':[{'status':{'id':'9','user_id':'42'},"
                        + "'timestamp_ms':'1432228155593'}]}";
        var at = Instant.ofEpochMilli(1432228155593L);
        assertThat(Read.activities(Read.body(v1)))
                .containsExactly(new Activity.Deleted(Read.id("9"), Read.moment(at)));
        assertThat(Read.activities(Read.event("post.delete", "'id':'9','author_id':'42'")))
                .containsExactly(new Activity.Deleted(Read.id("9"), Read.moment(null)));
    }

    private static Post message(String sender, String recipient) {
        var event =
                ("{'type':'message_create','id':'900','created_timestamp':'1795165199127',"
                                + "'message_create':{'sender_id':'%s','target':{'recipient_id':'%s'},"
                                + "'source_app_id':'77','message_data':{'text':'Hi &amp; bye'}}}")
                        .formatted(sender, recipient);
        var users = "'users':{'7':{'data':{'username':'mira','name':'Mira'}},'42':{'name':'We'}}";
        var v1 = "{'for_user_id':'42','direct_message_events':[%s],%s}".formatted(event, users);
        var v2 = "'direct_message_events':[%s],%s".formatted(event, users);
        var post = Read.post(Read.body(v1));
        assertThat(Read.post(Read.event("dm.received", v2))).isEqualTo(post);
        return post;
    }

    @Test
    void messageIsBetweenUsAndTheCustomer() {
        var post = message("7", "42");
        assertThat(post.surface()).isEqualTo(Surface.DIRECT);
        assertThat(post.placement()).isEqualTo(new Placement.Direct("42", "7"));
        assertThat(post.author()).isEqualTo(new Author.Customer("7", "mira", "Mira", null));
        assertThat(post.text()).isEqualTo("Hi & bye");
        assertThat(post.published()).isEqualTo(Read.moment(Instant.ofEpochMilli(1795165199127L)));
    }

    @Test
    void ownMessageIsInTheCustomersConversationWithTheAppThatSentIt() {
        var post = message("42", "7");
        assertThat(post.placement()).isEqualTo(new Placement.Direct("42", "7"));
        assertThat(post.author()).isEqualTo(new Author.Ourselves("42", "We", "77"));
    }

    @Test
    void encryptedMessageIsAPostWithoutAText() {
        var members = "'id':'e4f4','sender_id':'%s','conversation_id':'7:42'";
        var received = Read.post(Read.event("chat.received", members.formatted("7")));
        assertThat(received.text()).isNull();
        assertThat(received.placement()).isEqualTo(new Placement.Direct("42", "7"));
        var sent = Read.post(Read.event("chat.sent", members.formatted("42")));
        assertThat(sent.placement()).isEqualTo(received.placement());
        assertThat(sent.author()).isInstanceOf(Author.Ourselves.class);
        Read.ignored(Read.event("chat.received", "'id':'e4f4'"));
        Read.ignored(Read.event("chat.received", "'sender_id':'7'"));
        Read.ignored(Read.event("chat.sent", "'id':'e4','sender_id':'42','conversation_id':'g1'"));
    }

    @Test
    void ruleOfAStreamNamesTheAccountByItsTag() {
        var one = "'matching_rules':[{'tag':'42'},{'id':'1'},{'tag':'42'}]";
        assertThat(Read.post(Read.stream("'id':'500'", one)).account()).isEqualTo("42");
        assertThat(Read.post(Read.stream("'id':'500'", one)).author())
                .isEqualTo(Author.Customer.UNKNOWN);
        var two = "'matching_rules':[{'tag':'42'},{'tag':'43'}]";
        assertThat(Read.activities(Read.stream("'id':'500','author_id':'43'", two)))
                .extracting(activity -> ((Activity.Published) activity).post())
                .allSatisfy(post -> assertThat(post.author()).isInstanceOf(Author.Ourselves.class))
                .extracting(Post::account)
                .containsExactly("42", "43");
    }

    @Test
    void whereNothingNamesTheAccountItsOwnSecretDoes() {
        var body = "{\"data\":{\"id\":\"500\"},\"matching_rules\":[]}".getBytes(UTF_8);
        assertThat(Read.post(Read.bytes(body)).account()).isEqualTo("unknown");
        assertThat(Read.post(Read.bytes(body, "43")).account()).isEqualTo("43");
        var keyword =
                "{'data':{'event_type':'post.create','filter':{'keyword':'air'},'tag':'42',"
                        + "'payload':{'id':'500'}}}";
        assertThat(Read.post(Read.body(keyword)).account()).isEqualTo("42");
    }
}
