package earshot.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Surface;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommentsTest {
    private static final String COMMENT =
            "'item':'comment','verb':'add','comment_id':'1_8','message':'Hi',"
                    + "'from':{'id':'7','name':'Jon'},'created_time':1795165200";

    @Test
    void topLevelCommentAnswersAPostOfWhichNobodySaysWhoseItIs() {
        var post = Read.post(Read.change("feed", COMMENT + ",'post_id':'42_1','parent_id':'42_1'"));
        assertThat(post.id()).isEqualTo(Read.id("1_8"));
        assertThat(post.surface()).isEqualTo(Surface.COMMENT);
        assertThat(post.placement()).isEqualTo(Placement.Reply.to(Read.id("42_1"), Whose.UNKNOWN));
        assertThat(post.inReplyTo()).isEqualTo("42_1");
        assertThat(post.permalink()).isEqualTo("https://www.facebook.com/1_8");
    }

    @Test
    void commentWithoutParentIsTopLevel() {
        var post = Read.post(Read.change("feed", COMMENT + ",'post_id':'42_1'"));
        assertThat(post.placement()).isEqualTo(Placement.Reply.to(Read.id("42_1"), Whose.UNKNOWN));
    }

    @Test
    void replyToACommentNamesCommentAndPost() {
        var post = Read.post(Read.change("feed", COMMENT + ",'post_id':'42_1','parent_id':'1_5'"));
        assertThat(post.placement())
                .isEqualTo(
                        Placement.Reply.to(Read.id("1_5"), Whose.UNKNOWN)
                                .in(Read.id("42_1"), Whose.UNKNOWN, null));
        assertThat(post.inReplyTo()).isEqualTo("1_5");
    }

    @Test
    void commentWithParentAloneAnswersThat() {
        var post = Read.post(Read.change("feed", COMMENT + ",'parent_id':'1_5'"));
        assertThat(post.placement()).isEqualTo(Placement.Reply.to(Read.id("1_5"), Whose.UNKNOWN));
    }

    @Test
    void commentThatAnswersNothingIsKept() {
        assertThat(Read.post(Read.change("feed", COMMENT)).placement())
                .isEqualTo(new Placement.Root());
    }

    @Test
    void leftHalfOfACommentUnderAPictureIsNotThePost() {
        var value =
                "'item':'comment','verb':'add','comment_id':'987_8','post_id':'42_1','parent_id':'42_1'";
        assertThat(Read.post(Read.change("feed", value)).placement())
                .isEqualTo(Placement.Reply.to(Read.id("42_1"), Whose.UNKNOWN));
    }

    @Test
    void permalinkOpensThePostAtTheComment() {
        var value =
                COMMENT
                        + ",'post_id':'42_1','post':{'permalink_url':'https://www.facebook.com/%s'}";
        assertThat(Read.post(Read.change("feed", value.formatted("s/posts/1"))).permalink())
                .isEqualTo("https://www.facebook.com/s/posts/1?comment_id=8");
        assertThat(Read.post(Read.change("feed", value.formatted("p.php?id=1"))).permalink())
                .isEqualTo("https://www.facebook.com/p.php?id=1&comment_id=8");
    }

    @Test
    void commentByThePageIsOurs() {
        var value =
                "'item':'comment','verb':'add','comment_id':'1_8','post_id':'42_1','from':{'id':'42'}";
        assertThat(Read.post(Read.change("feed", value)).author())
                .isEqualTo(new Author.Ourselves("42", null, null));
    }

    @Test
    void pictureAloneIsAComment() {
        var value =
                "'item':'comment','verb':'add','comment_id':'1_8','post_id':'42_1','photo':'https://f/1.jpg'";
        var post = Read.post(Read.change("feed", value));
        assertThat(post.text()).isNull();
        assertThat(post.attachments())
                .containsExactly(new Attachment("image", "https://f/1.jpg", null));
    }

    @Test
    void emptyMessageIsNotTheSameAsNone() {
        var value =
                "'item':'comment','verb':'add','comment_id':'1_8','post_id':'42_1','message':''";
        assertThat(Read.post(Read.change("feed", value)).text()).isEmpty();
    }

    @Test
    void editRemovalAndHidingNameTheCommentAndNotThePost() {
        var value =
                "'item':'comment','comment_id':'1_8','post_id':'42_1','parent_id':'42_1','verb':";
        var when = Read.moment(Read.SENT);
        assertThat(Read.activity(Read.change("feed", value + "'edited','message':'B'")))
                .isEqualTo(new Activity.Edited(Read.id("1_8"), when, "B", List.of(), null, false));
        assertThat(Read.activity(Read.change("feed", value + "'remove'")))
                .isEqualTo(new Activity.Deleted(Read.id("1_8"), when));
        assertThat(Read.activity(Read.change("feed", value + "'hide'")))
                .isEqualTo(new Activity.Hidden(Read.id("1_8"), when, true));
        assertThat(Read.activity(Read.change("feed", value + "'unhide'")))
                .isEqualTo(new Activity.Hidden(Read.id("1_8"), when, false));
    }

    @Test
    void commentWithoutAnIdIsUnreadable() {
        var value = "'item':'comment','verb':'add','post_id':'42_1','message':'Hi'";
        assertThat(Read.unreadable(Read.change("feed", value)).reason()).isEqualTo("no comment_id");
    }
}
