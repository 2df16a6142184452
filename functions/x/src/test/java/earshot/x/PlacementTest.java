package earshot.x;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Surface;
import earshot.webhook.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a post stands, and whose the post is that it answers. */
class PlacementTest {
    private static final String REPLIED =
            "'referenced_tweets':[{'type':'replied_to','id':'400'}],'conversation_id':'%s'";

    private static void assertStands(Reading reading, Surface surface, Placement placement) {
        var post = Read.post(reading);
        assertThat(post.surface()).isEqualTo(surface);
        assertThat(post.placement()).isEqualTo(placement);
    }

    private static Placement thread(
            Placement.Reply reply, Whose threadIs, @Nullable String author) {
        return reply.in(Read.id("300"), threadIs, author);
    }

    @Test
    void strangersRootIsAMentionAndOursIsAPost() {
        assertStands(Read.v1("7", ""), Surface.MENTION, new Placement.Root());
        assertStands(Read.v2("7", ""), Surface.MENTION, new Placement.Root());
        assertStands(Read.v1("42", ""), Surface.POST, new Placement.Root());
        assertStands(Read.v2("42", ""), Surface.POST, new Placement.Root());
        assertThat(Read.post(Read.v2("42", "")).author())
                .isEqualTo(new Author.Ourselves("42", null, null));
    }

    @ParameterizedTest
    @CsvSource({"42,COMMENT,OURS", "8,MENTION,OTHERS"})
    void replyIsUnderAPostOfOursIfItAnswersUs(String answered, Surface surface, Whose parentIs) {
        var expected = Read.reply("400", parentIs, answered);
        var v1 =
                "'in_reply_to_status_id_str':'400','in_reply_to_user_id_str':'%s'"
                        .formatted(answered);
        var v2 =
                "'in_reply_to_tweet_id':'400','in_reply_to_user_id':'%s','conversation_id':'400'"
                        .formatted(answered);
        assertStands(Read.v1("7", v1), surface, expected);
        assertStands(Read.v2("7", v2), surface, expected);
        assertThat(Read.post(Read.v2("7", v2)).inReplyTo()).isEqualTo("400");
    }

    @Test
    void replyWhoseParentNobodyNamesTheAuthorOfIsOfUnknownKin() {
        assertStands(
                Read.v1("7", "'in_reply_to_status_id_str':'400'"),
                Surface.MENTION,
                Read.reply("400", Whose.UNKNOWN, null));
        assertStands(
                Read.v2("7", REPLIED.formatted("400")),
                Surface.MENTION,
                Read.reply("400", Whose.UNKNOWN, null));
    }

    @Test
    void parentThatIsIncludedTellsWhoseItIs() {
        var ours = "'tweets':[{'id':'400','author_id':'42'}]";
        assertStands(
                Read.v2("7", REPLIED.formatted("400"), ours),
                Surface.COMMENT,
                Read.reply("400", Whose.OURS, "42"));
    }

    @Test
    void postThatOnlyBeginsWithOurNameAnswersNothing() {
        assertStands(
                Read.v1("7", "'in_reply_to_status_id_str':null,'in_reply_to_user_id_str':'42'"),
                Surface.MENTION,
                new Placement.Root());
        assertStands(
                Read.v2("7", "'in_reply_to_user_id':'42','conversation_id':'500'"),
                Surface.MENTION,
                new Placement.Root());
    }

    @Test
    void rootOfTheConversationIsNamedWithWhoseItIsAsFarAsThatIsKnown() {
        var reply = REPLIED.formatted("300") + ",'in_reply_to_user_id':'8'";
        var answered = Read.reply("400", Whose.OTHERS, "8");
        assertStands(Read.v2("7", reply), Surface.MENTION, thread(answered, Whose.UNKNOWN, null));
        assertStands(
                Read.v2("7", reply, "'tweets':[{'id':'300','author_id':'9'}]"),
                Surface.MENTION,
                thread(answered, Whose.OTHERS, "9"));
        assertStands(
                Read.v2("7", reply, "'tweets':[{'data':{'id':'300','author_id':'42'}}]"),
                Surface.COMMENT,
                thread(answered, Whose.OURS, "42"));
    }

    @Test
    void answerOfOursInAStrangersThreadIsNamedAsOurs() {
        var reply = REPLIED.formatted("300") + ",'in_reply_to_user_id':'42'";
        var answered = Read.reply("400", Whose.OURS, "42");
        assertStands(Read.v2("7", reply), Surface.COMMENT, thread(answered, Whose.UNKNOWN, null));
        assertStands(
                Read.v2("7", reply, "'tweets':[{'id':'300','author_id':'9'}]"),
                Surface.COMMENT,
                thread(answered, Whose.OTHERS, "9"));
    }

    @Test
    void replyWhoseParentWasNotAskedForAnswersTheRoot() {
        assertStands(
                Read.v2("7", "'conversation_id':'300'"),
                Surface.MENTION,
                Read.reply("300", Whose.UNKNOWN, null));
    }

    @Test
    void parentThatWasEditedIsNamedByItsFirstVersion() {
        var included =
                "'tweets':[{'id':'400','author_id':'9','edit_history_tweet_ids':['399','400']}]";
        assertStands(
                Read.v2("7", REPLIED.formatted("399"), included),
                Surface.MENTION,
                Read.reply("399", Whose.OTHERS, "9"));
    }

    @Test
    void quoteBeginsAConversation() {
        var v1 = Read.v1("7", "'is_quote_status':true,'quoted_status_id_str':'400'");
        var v2 = Read.v2("7", "'referenced_tweets':[{'type':'quoted','id':'400'}]");
        for (var reading : new Reading[] {v1, v2}) {
            assertStands(reading, Surface.MENTION, new Placement.Root());
            assertThat(Read.post(reading).inReplyTo()).isEqualTo("400");
        }
    }

    @Test
    void repostIsNoPost() {
        var v1 = Read.v1("7", "'retweeted_status':{'id_str':'400'}");
        var v2 = Read.v2("7", "'referenced_tweets':[{'type':'retweeted','id':'400'}]");
        assertThat(Read.ignored(v1).kind()).isEqualTo("tweet_create_events/retweet");
        assertThat(Read.ignored(v2).kind()).isEqualTo("post.create/retweet");
        assertThat(Read.ignored(Read.event("post.repost.create", "'id':'1'")).kind())
                .isEqualTo("post.repost.create");
    }
}
