package earshot.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingsTest {
    private static final String RATING =
            "'item':'rating','open_graph_story_id':904801129604590,'reviewer_id':7,"
                    + "'reviewer_name':'Mira','verb':'add'";

    @Test
    void ratingIsAReviewNamedByItsStory() {
        var post = Read.post(Read.change("ratings", RATING + ",'rating':3,'review_text':'Fine'"));
        assertThat(post.id()).isEqualTo(Read.id("904801129604590"));
        assertThat(post.surface()).isEqualTo(Surface.REVIEW);
        assertThat(post.placement()).isEqualTo(new Placement.Root());
        assertThat(post.author()).isEqualTo(new Author.Customer("7", null, "Mira", null));
        assertThat(post.rating()).isEqualTo(Rating.of(3, 5));
        assertThat(post.text()).isEqualTo("Fine");
        assertThat(post.published()).isEqualTo(Read.moment(Read.SENT));
    }

    @Test
    void recommendationIsOneOfOneAndItsOppositeNoneOfOne() {
        var value = RATING + ",'recommendation_type':";
        assertThat(Read.post(Read.change("ratings", value + "'POSITIVE'")).rating())
                .isEqualTo(Rating.of(1, 1));
        assertThat(Read.post(Read.change("ratings", value + "'NEGATIVE','rating':5")).rating())
                .isEqualTo(Rating.of(0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'rating':0", "'rating':6", "'rating':'many'", "'rating':null", "'x':1"})
    void ratingOutOfRangeIsNone(String member) {
        assertThat(Read.post(Read.change("ratings", RATING + "," + member)).rating()).isNull();
    }

    @Test
    void nullReviewTextIsNoText() {
        assertThat(Read.post(Read.change("ratings", RATING + ",'review_text':null")).text())
                .isNull();
    }

    @Test
    void editedRatingCarriesTheNewOne() {
        var value =
                "'item':'rating','verb':'edit','open_graph_story_id':'9','rating':5,'review_text':'Good'";
        assertThat(Read.activity(Read.change("ratings", value)))
                .isEqualTo(
                        new Activity.Edited(
                                Read.id("9"),
                                Read.moment(Read.SENT),
                                "Good",
                                List.of(),
                                Rating.of(5, 5),
                                false));
    }

    @Test
    void removedRatingIsDeleted() {
        var value = "'item':'rating','verb':'remove','open_graph_story_id':9,'reviewer_id':7";
        assertThat(Read.activity(Read.change("ratings", value)))
                .isEqualTo(new Activity.Deleted(Read.id("9"), Read.moment(Read.SENT)));
    }

    @Test
    void commentUnderAReviewJoinsTheReviewByTheRightHalfOfItsPost() {
        var value =
                "'item':'comment','verb':'add','comment_id':'904801129604590_8',"
                        + "'post_id':'100_904801129604590','parent_id':'100_904801129604590',"
                        + "'open_graph_story_id':'6767','sender_id':42";
        var post = Read.post(Read.change("ratings", value));
        assertThat(post.placement())
                .isEqualTo(Placement.Reply.to(Read.id("904801129604590"), Whose.OTHERS));
        assertThat(post.surface()).isEqualTo(Surface.REVIEW);
        assertThat(post.author()).isInstanceOf(Author.Ourselves.class);
    }

    @Test
    void replyUnderAReviewNamesCommentAndReview() {
        var value =
                "'item':'comment','verb':'add','comment_id':'9_8','post_id':'100_9','parent_id':'9_5'";
        assertThat(Read.post(Read.change("ratings", value)).placement())
                .isEqualTo(
                        Placement.Reply.to(Read.id("9_5"), Whose.UNKNOWN)
                                .in(Read.id("9"), Whose.OTHERS, null));
    }

    @Test
    void commentWithoutAPostFindsTheReviewByItsStory() {
        var value = "'item':'comment','verb':'add','comment_id':'9_8','open_graph_story_id':9";
        assertThat(Read.post(Read.change("ratings", value)).placement())
                .isEqualTo(Placement.Reply.to(Read.id("9"), Whose.OTHERS));
    }

    @Test
    void commentUnderNothingIsUnreadable() {
        Read.unreadable(Read.change("ratings", "'item':'comment','verb':'add','comment_id':'9_8'"));
        Read.unreadable(
                Read.change(
                        "ratings",
                        "'item':'comment','verb':'add','comment_id':'9_8','post_id':'9_'"));
    }

    @Test
    void reactionToAReviewIsIgnored() {
        var value = "'item':'reaction','verb':'add','post_id':'100_9','reaction_type':'haha'";
        assertThat(Read.ignored(Read.change("ratings", value)).kind())
                .isEqualTo("ratings/reaction/add");
    }

    @Test
    void ratingWithoutAStoryIsUnreadable() {
        var value = "'item':'rating','verb':'add','reviewer_id':7,'rating':1";
        assertThat(Read.unreadable(Read.change("ratings", value)).reason())
                .isEqualTo("no open_graph_story_id");
    }
}
