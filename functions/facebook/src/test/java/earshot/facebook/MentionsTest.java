package earshot.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Pointer;
import earshot.domain.post.Surface;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MentionsTest {
    @Test
    void mentionWithoutAuthorIsToBeFetched() {
        var value =
                "'item':'post','verb':'add','post_id':'100_1','message':'Look','created_time':1795165200";
        var reading = Read.change("mention", value);
        assertThat(reading.activities()).isEmpty();
        assertThat(reading.toFetch())
                .containsExactly(
                        new Pointer(
                                Ids.FACEBOOK,
                                "mention/post/add",
                                "100_1",
                                "42",
                                null,
                                Read.moment(Instant.ofEpochSecond(Read.CREATED))));
    }

    @Test
    void mentionInACommentIsFetchedByTheCommentsId() {
        var value =
                "'item':'comment','verb':'add','post_id':'100_1','comment_id':'1_8','message':'Look'";
        assertThat(Read.change("mention", value).toFetch())
                .extracting(Pointer::id, Pointer::under)
                .containsExactly(tuple("1_8", "100_1"));
    }

    @Test
    void mentionWithAuthorIsReadAtOnce() {
        var value =
                "'item':'post','verb':'add','post_id':'100_1','sender_id':7,'sender_name':'Mira'";
        var post = Read.post(Read.change("mention", value));
        assertThat(post.surface()).isEqualTo(Surface.MENTION);
        assertThat(post.placement()).isEqualTo(new Placement.Root());
        assertThat(post.author()).isEqualTo(new Author.Customer("7", null, "Mira", null));
    }

    @Test
    void samePostHasTheSameIdAsMentionAndInTheFeed() {
        var value = "'item':'post','verb':'add','post_id':'42_1','from':{'id':'7'},'message':'Hi'";
        assertThat(Read.post(Read.change("mention", value)).id())
                .isEqualTo(Read.post(Read.change("feed", value)).id());
    }

    @Test
    void commentUnderAPostOfOurPageIsPlacedAsInTheFeed() {
        var value =
                "'item':'comment','verb':'add','post_id':'42_1','parent_id':'1_5','comment_id':'1_8','from':{'id':'7'}";
        var mention = Read.post(Read.change("mention", value));
        var comment = Read.post(Read.change("feed", value));
        assertThat(mention.placement()).isEqualTo(comment.placement());
        assertThat(mention.id()).isEqualTo(comment.id());
    }

    @Test
    void commentElsewhereBelongsToTheStrangersPost() {
        var value =
                "'item':'comment','verb':'add','post_id':'100_1','comment_id':'1_8','from':{'id':'7'}";
        assertThat(Read.post(Read.change("mention", value)).placement())
                .isEqualTo(Placement.Reply.to(Read.id("100_1"), Whose.OTHERS));
        assertThat(Read.post(Read.change("mention", value + ",'parent_id':'1_5'")).placement())
                .isEqualTo(
                        Placement.Reply.to(Read.id("1_5"), Whose.UNKNOWN)
                                .in(Read.id("100_1"), Whose.OTHERS, null));
    }

    @Test
    void removedMentionIsDeletedWithoutAnAuthor() {
        var value = "'item':'post','verb':'remove','post_id':'100_1'";
        assertThat(Read.activity(Read.change("mention", value)))
                .isEqualTo(new Activity.Deleted(Read.id("100_1"), Read.moment(Read.SENT)));
    }

    @Test
    void mentionOfNothingIsUnreadable() {
        Read.unreadable(Read.change("mention", "'item':'comment','verb':'add','post_id':'100_1'"));
        Read.unreadable(Read.change("mention", "'item':'post','verb':'add'"));
    }
}
