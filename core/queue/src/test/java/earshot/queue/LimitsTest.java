package earshot.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Attachment;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Placement;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.domain.post.Surface;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LimitsTest {
    private static final Moment NOON = Moment.of(null, Instant.parse("2026-02-03T12:00:00Z"));
    private static final PostId ID = new PostId(new Network("facebook"), "1_2");

    @Property(tries = 200)
    void whatIsNotTooLongStaysAsItIs(@ForAll("activities") Activity activity) {
        assertThat(Limits.keep(activity)).isEqualTo(activity);
    }

    @Provide
    Arbitrary<Activity> activities() {
        return Activities.any();
    }

    @Test
    void aTextOfTheLimitStaysAndOneByteMoreIsCut() {
        assertThat(keep(post("x".repeat(Limits.TEXT), "Ann", List.of())).truncated()).isFalse();
        var cut = keep(post("x".repeat(Limits.TEXT + 1), "Ann", List.of()));
        assertThat(cut.text()).hasSize(Limits.TEXT);
        assertThat(cut.truncated()).isTrue();
    }

    @Property(tries = 100)
    void aCutNeverSplitsACodePointAndNeverTakesMoreThanItMust(
            @ForAll("codePoints") String text, @ForAll @IntRange(min = 0, max = 60) int most) {
        var kept = Utf8.first(text, most);
        assertThat(text).startsWith(kept);
        assertThat(kept.getBytes(UTF_8).length).isLessThanOrEqualTo(most);
        assertThat(new String(kept.getBytes(UTF_8), UTF_8)).isEqualTo(kept);
        if (kept.length() < text.length()) {
            int next = Character.charCount(text.codePointAt(kept.length()));
            var longer = text.substring(0, kept.length() + next);
            assertThat(longer.getBytes(UTF_8).length).isGreaterThan(most);
        }
    }

    @Provide
    Arbitrary<String> codePoints() {
        return Arbitraries.of("a", "\u00e4", "\u20ac", "\ud83d\ude00", "\u0301")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Test
    void namesUrlsAndListsAreKeptWithinTheirLimits() {
        var picture = new Attachment("image", "https://x.example/" + "p".repeat(2048), null);
        var cut = keep(post("hi", "n".repeat(300), Collections.nCopies(101, picture)));
        assertThat(cut.attachments()).hasSize(100).allMatch(attachment -> attachment.url() == null);
        assertThat(((Author.Customer) cut.author()).name()).hasSize(256);
        assertThat(cut.truncated()).isTrue();
    }

    @Test
    void theWorstPostStillFitsIntoAMessage() {
        var url = "https://x.example/" + "\u00e4".repeat(1000);
        var worst =
                post(
                        "\u0001".repeat(Limits.TEXT),
                        "\u0001".repeat(256),
                        Collections.nCopies(100, new Attachment("\u0001".repeat(256), url, null)));
        var body = Wire.encode(Limits.keep(new Activity.Published(worst)));
        assertThat(body.length()).isLessThan(1_000_000);
    }

    @Test
    void countsOfMoreKindsThanAHundredAreCut() {
        Map<String, Long> counts = new HashMap<>();
        for (long i = 0; i < 150; i++) {
            counts.put("kind" + i, i);
        }
        var kept = (Activity.Engaged) Limits.keep(new Activity.Engaged(ID, NOON, counts));
        assertThat(kept.counts()).hasSize(100).containsEntry("kind0", 0L);
    }

    private static Post keep(Post post) {
        return ((Activity.Published) Limits.keep(new Activity.Published(post))).post();
    }

    private static Post post(String text, String name, List<Attachment> attachments) {
        return Post.of(
                        ID,
                        "1",
                        Surface.COMMENT,
                        new Placement.Root(),
                        new Author.Customer("9", null, name, null),
                        NOON)
                .text(text)
                .attachments(attachments)
                .build();
    }
}
