package earshot.domain.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Post.Draft BARE =
            Post.of(
                    new PostId(new Network("madeup"), "1"),
                    "42",
                    Surface.POST,
                    new Placement.Root(),
                    Author.Customer.UNKNOWN,
                    Moment.of(NOON, NOON));

    @Test
    void whatIsNotToldIsAbsent() {
        assertThat(BARE.build())
                .isEqualTo(
                        new Post(
                                new PostId(new Network("madeup"), "1"),
                                "42",
                                Surface.POST,
                                new Placement.Root(),
                                Author.Customer.UNKNOWN,
                                Moment.of(NOON, NOON),
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                false,
                                false));
    }

    @Test
    void everyPartIsTheOneThatWasNamed() {
        var post = full();
        assertThat(post.text()).isEqualTo("text");
        assertThat(post.language()).isEqualTo("en");
        assertThat(post.attachments()).extracting(Attachment::type).containsExactly("image");
        assertThat(post.inReplyTo()).isEqualTo("0");
        assertThat(post.permalink()).isEqualTo("https://example.org/1");
        assertThat(post.rating()).isEqualTo(Rating.of(4, 5));
        assertThat(post.backfilled()).isTrue();
        assertThat(post.truncated()).isTrue();
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        var post = full();
        assertThat(post.change().build()).isEqualTo(post);
        assertThat(post.change().text("other").build().text()).isEqualTo("other");
        assertThat(post.change().text("other").text(post.text()).build()).isEqualTo(post);
        assertThat(post.change().surface(Surface.REVIEW).build().surface())
                .isEqualTo(Surface.REVIEW);
    }

    private static Post full() {
        return BARE.build()
                .change()
                .text("text")
                .language("en")
                .attachments(List.of(new Attachment("image", null, null)))
                .inReplyTo("0")
                .permalink("https://example.org/1")
                .rating(Rating.of(4, 5))
                .backfilled(true)
                .truncated(true)
                .build();
    }
}
