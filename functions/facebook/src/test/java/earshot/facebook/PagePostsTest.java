package earshot.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Placement;
import earshot.domain.post.Surface;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePostsTest {
    private static final String VISITOR = "'from':{'id':'7','name':'Mira'}";

    @Test
    void visitorsPostBeginsAConversation() {
        var post =
                Read.post(
                        Read.change(
                                "feed",
                                VISITOR
                                        + ",'item':'post','verb':'add','post_id':'42_1',"
                                        + "'created_time':1795165200,'message':'Hello'"));
        assertThat(post.id()).isEqualTo(Read.id("42_1"));
        assertThat(post.account()).isEqualTo("42");
        assertThat(post.surface()).isEqualTo(Surface.POST);
        assertThat(post.placement()).isEqualTo(new Placement.Root());
        assertThat(post.author()).isEqualTo(new Author.Customer("7", null, "Mira", null));
        assertThat(post.published()).isEqualTo(Read.moment(Instant.ofEpochSecond(Read.CREATED)));
        assertThat(post.text()).isEqualTo("Hello");
        assertThat(post.permalink()).isEqualTo("https://www.facebook.com/42_1");
        assertThat(post.inReplyTo()).isNull();
    }

    @Test
    void visitorsPostWithoutCreatedTimeHasTheTimeOfSending() {
        var post =
                Read.post(
                        Read.change(
                                "feed", VISITOR + ",'item':'post','verb':'add','post_id':'42_1'"));
        assertThat(post.published()).isEqualTo(Read.moment(Read.SENT));
        assertThat(post.text()).isNull();
    }

    @Test
    void postWithoutAnyTimeHasTheTimeOfReceipt() {
        var post =
                Read.post(
                        Read.body(
                                "{'object':'page','entry':[{'id':'42','time':'soon','changes':[{'field':'feed','value':{"
                                        + "'item':'post','verb':'add','post_id':'42_1','created_time':{}}}]}]}"));
        assertThat(post.published().at()).isEqualTo(Read.RECEIVED);
        assertThat(post.published().source()).isEqualTo(Moment.TimeSource.RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'from':{'id':'42','name':'Seelund'}",
                "'from':{'id':42}",
                "'sender_id':42,'sender_name':'Seelund'"
            })
    void postByThePageIsOurs(String from) {
        var post =
                Read.post(
                        Read.change(
                                "feed", from + ",'item':'status','verb':'add','post_id':'42_1'"));
        assertThat(post.author()).isInstanceOf(Author.Ourselves.class);
        assertThat(post.surface()).isEqualTo(Surface.POST);
    }

    @Test
    void unpublishedPostIsOursWhoeverItNames() {
        var post =
                Read.post(
                        Read.change(
                                "feed",
                                VISITOR
                                        + ",'item':'status','verb':'add','post_id':'42_1','published':0"));
        assertThat(post.author()).isEqualTo(new Author.Ourselves("42", null, null));
    }

    @Test
    void authorOfTheOldFormIsTheSender() {
        var post =
                Read.post(
                        Read.change(
                                "feed",
                                "'sender_id':1180027733951166117,'sender_name':'Mira','item':'post','verb':'add','post_id':'42_1'"));
        assertThat(post.author())
                .isEqualTo(new Author.Customer("1180027733951166117", null, "Mira", null));
    }

    @Test
    void postWithoutAuthorIsAnUnknownCustomers() {
        var post = Read.post(Read.change("feed", "'item':'post','verb':'add','post_id':'42_1'"));
        assertThat(post.author()).isEqualTo(Author.Customer.UNKNOWN);
    }

    @Test
    void severalPhotosAreOnePost() {
        var post =
                Read.post(
                        Read.change(
                                "feed",
                                VISITOR
                                        + ",'item':'status','verb':'add','post_id':'42_1','photos':"
                                        + "['https://f/1.jpg?oh=0&oe=593B77BB','https://f/2.jpg','https://f/2.jpg']"));
        assertThat(post.attachments())
                .containsExactly(
                        new Attachment(
                                "image",
                                "https://f/1.jpg?oh=0&oe=593B77BB",
                                Instant.parse("2017-06-10T04:38:19Z")),
                        new Attachment("image", "https://f/2.jpg", null));
    }

    @Test
    void albumIsOnePostNamedByItsOwnId() {
        var post =
                Read.post(
                        Read.change(
                                "feed",
                                VISITOR
                                        + ",'item':'album','verb':'add','album_id':9007199254740993,"
                                        + "'photo_ids':[9007199254740993,9007199254740995]"));
        assertThat(post.id()).isEqualTo(Read.id("9007199254740993"));
        assertThat(post.attachments())
                .extracting(Attachment::url)
                .containsExactly(
                        "https://www.facebook.com/9007199254740993",
                        "https://www.facebook.com/9007199254740995");
    }

    @Test
    void albumWithAPostIsNamedByThePost() {
        var reading =
                Read.change(
                        "feed",
                        VISITOR + ",'item':'album','verb':'add','album_id':9,'post_id':'42_9'");
        assertThat(Read.post(reading).id()).isEqualTo(Read.id("42_9"));
    }

    @Test
    void linkOfAPhotoIsAnImageAndOfAPostALink() {
        var photo = "'item':'photo','verb':'add','post_id':'42_1','link':'https://f/1.jpg'";
        var status = "'item':'status','verb':'add','post_id':'42_1','link':'https://f/1'";
        assertThat(Read.post(Read.change("feed", photo)).attachments())
                .containsExactly(new Attachment("image", "https://f/1.jpg", null));
        assertThat(Read.post(Read.change("feed", status)).attachments())
                .containsExactly(new Attachment("link", "https://f/1", null));
    }

    @Test
    void editHasTheTimeOfTheEditAndNeverOfThePost() {
        var value =
                VISITOR
                        + ",'item':'status','verb':'edited','post_id':'42_1','created_time':1795100000,'message':'B'";
        assertThat(Read.activity(Read.change("feed", value)))
                .isEqualTo(
                        new Activity.Edited(
                                Read.id("42_1"),
                                Read.moment(Read.SENT),
                                "B",
                                List.of(),
                                null,
                                false));
        var edited =
                (Activity.Edited)
                        Read.activity(Read.change("feed", value + ",'edited_time':1795165190"));
        assertThat(edited.when().at()).isEqualTo(Instant.ofEpochSecond(1795165190));
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove", "delete"})
    void removalHasTheTimeOfSending(String verb) {
        var value =
                "'item':'photo','verb':'%s','post_id':'42_1','created_time':1795100000"
                        .formatted(verb);
        assertThat(Read.activity(Read.change("feed", value)))
                .isEqualTo(new Activity.Deleted(Read.id("42_1"), Read.moment(Read.SENT)));
    }

    @Test
    void hidingIsNoRemoval() {
        var value = VISITOR + ",'item':'post','post_id':'42_1','verb':";
        assertThat(Read.activity(Read.change("feed", value + "'hide'")))
                .isEqualTo(new Activity.Hidden(Read.id("42_1"), Read.moment(Read.SENT), true));
        assertThat(Read.activity(Read.change("feed", value + "'unhide'")))
                .isEqualTo(new Activity.Hidden(Read.id("42_1"), Read.moment(Read.SENT), false));
    }

    @Test
    void bareShareOfAStrangerIsNoPost() {
        var bare = VISITOR + ",'item':'share','verb':'add','post_id':'7_1','link':'https://f/42_1'";
        assertThat(Read.ignored(Read.change("feed", bare)).kind()).isEqualTo("feed/share/add");
        assertThat(Read.post(Read.change("feed", bare + ",'message':'Look'")).text())
                .isEqualTo("Look");
    }

    @Test
    void ownShareIsRecorded() {
        var value =
                "'from':{'id':'42'},'item':'share','verb':'add','post_id':'42_1','link':'https://x'";
        assertThat(Read.post(Read.change("feed", value)).author())
                .isInstanceOf(Author.Ourselves.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'post_id':null", "'post_id':''", "'post_id':['1']", "'message':'no id'"})
    void postWithoutAnIdIsUnreadable(String member) {
        var unreadable =
                Read.unreadable(Read.change("feed", "'item':'post','verb':'add'," + member));
        assertThat(unreadable.reason()).isEqualTo(Why.NO_POST_ID);
    }

    @Test
    void idOfMoreBytesThanAPostIdTakesIsUnreadable() {
        Read.unreadable(
                Read.change(
                        "feed",
                        "'item':'post','verb':'add','post_id':'" + "\u00e4".repeat(1025) + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "mute", "follow", "unblock", "dance"})
    void verbThatChangesNoPostIsIgnored(String verb) {
        var value = "'item':'video','verb':'%s','video_id':'9'".formatted(verb);
        assertThat(Read.ignored(Read.change("feed", value)).kind()).isEqualTo("feed/video/" + verb);
    }

    @Test
    void permalinkIsTheOneThatFacebookNames() {
        var value = "'item':'post','verb':'add','post_id':'42_1','post':{'permalink_url':'%s'}";
        assertThat(
                        Read.post(
                                        Read.change(
                                                "feed",
                                                value.formatted(
                                                        "https://www.facebook.com/s/posts/1")))
                                .permalink())
                .isEqualTo("https://www.facebook.com/s/posts/1");
        assertThat(
                        Read.post(Read.change("feed", value.formatted("javascript:alert(1)")))
                                .permalink())
                .isEqualTo("https://www.facebook.com/42_1");
    }

    @Test
    void idThatIsNoneOfFacebooksHasNoPermalink() {
        var value = "'item':'post','verb':'add','post_id':'42_1/../evil?x'";
        assertThat(Read.post(Read.change("feed", value)).permalink()).isNull();
    }
}
