package earshot.domain.cases;

import static earshot.domain.cases.Minutes.minute;
import static earshot.domain.cases.Told.customer;
import static earshot.domain.cases.Told.deleted;
import static earshot.domain.cases.Told.edited;
import static earshot.domain.cases.Told.engaged;
import static earshot.domain.cases.Told.hidden;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.policy.Side;
import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Moment;
import earshot.domain.post.Rating;
import earshot.domain.post.Surface;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {
    private final Entry entry = customer("a").at(0).saying("a").entry(PolicyShelf.ordinary());

    @Test
    void theNewestEditIsTheText() {
        var edited = entry.after(edited("a", 3, "c")).after(edited("a", 2, "b"));
        assertThat(edited.text()).isEqualTo("c");
        assertThat(edited.editedAt()).isEqualTo(minute(3));
        assertThat(edited.versions()).extracting(PostVersion::text).containsExactly("a", "b", "c");
    }

    @Test
    void anEditThatChangesNothingMakesNoVersion() {
        var confirmed = entry.after(edited("a", 3, "a"));
        assertThat(confirmed.versions()).hasSize(1);
        assertThat(confirmed.editedAt()).isNull();
        assertThat(confirmed.after(edited("a", 2, "a"))).isSameAs(confirmed);
    }

    @Test
    void anEditBetweenTwoTimesOfOneTextLeavesBoth() {
        var edited = entry.after(edited("a", 4, "a")).after(edited("a", 2, "b"));
        assertThat(edited.versions()).extracting(PostVersion::text).containsExactly("a", "b", "a");
        assertThat(edited.text()).isEqualTo("a");
    }

    @Test
    void aRatingThatAnEditDoesNotNameStaysWhateverCameFirst() {
        var rated =
                new Activity.Edited(
                        entry.id(),
                        Moment.of(minute(2), minute(2)),
                        "a",
                        List.of(),
                        Rating.of(2, 5),
                        false);
        var plain = edited("a", 3, "a");
        assertThat(entry.after(rated).after(plain)).isEqualTo(entry.after(plain).after(rated));
        assertThat(entry.after(plain).after(rated).rating()).isEqualTo(Rating.of(2, 5));
    }

    @Test
    void anEditFromBeforeThePostIsOfThePostsInstant() {
        var edited = entry.after(edited("a", -5, "b"));
        assertThat(edited.text()).isEqualTo("b");
        assertThat(edited.editedAt()).isEqualTo(minute(0));
    }

    @Test
    void atMostTwentyVersionsAreKeptAndTheEntrySaysSo() {
        var long1 = entry;
        for (int i = 1; i <= 19; i++) {
            long1 = long1.after(edited("a", i, "text " + i));
        }
        assertThat(long1.truncated()).isFalse();
        var cut = long1.after(edited("a", 20, "text 20")).after(edited("a", 21, "text 21"));
        assertThat(cut.versions()).hasSize(Entry.MOST_VERSIONS);
        assertThat(cut.versions().getFirst().text()).isEqualTo("a");
        assertThat(cut.versions().get(1).text()).isEqualTo("text 3");
        assertThat(cut.text()).isEqualTo("text 21");
        assertThat(cut.truncated()).isTrue();
        assertThat(cut.after(edited("a", 1, "text 1"))).isSameAs(cut);
    }

    @Test
    void theEarliestDeletionHolds() {
        var gone = entry.after(deleted("a", 5));
        assertThat(gone.after(deleted("a", 9))).isSameAs(gone);
        assertThat(gone.after(deleted("a", 3)).deletedAt()).isEqualTo(minute(3));
        assertThat(gone.after(customer("a").at(0).saying("a").published()).isLive()).isFalse();
    }

    @Test
    void theNewestWordOnVisibilityHoldsAndAtOneInstantHiddenDoes() {
        assertThat(entry.after(hidden("a", 5, true)).after(hidden("a", 3, false)).isHidden())
                .isTrue();
        assertThat(entry.after(hidden("a", 5, true)).after(hidden("a", 5, false)).isHidden())
                .isTrue();
        assertThat(entry.after(hidden("a", 5, false)).after(hidden("a", 5, true)).isHidden())
                .isTrue();
        assertThat(entry.after(hidden("a", 5, true)).after(hidden("a", 6, false)).isHidden())
                .isFalse();
    }

    @Test
    void theLargestCountsHold() {
        var liked = entry.after(engaged("a", 1, "likes", 5)).after(engaged("a", 2, "likes", 3));
        assertThat(liked.engagement()).containsEntry("likes", 5L);
        assertThat(liked.after(engaged("a", 3, "likes", 4))).isSameAs(liked);
    }

    @Test
    void anotherDeliveryMayNameAnAuthorThatTheFirstDidNot() {
        var post = entry.post();
        var nameless =
                Entry.of(
                        post.change().surface(Surface.POST).author(Author.Customer.UNKNOWN).build(),
                        Side.CUSTOMER,
                        entry.ruling());
        var named = nameless.after(new Activity.Published(post));
        assertThat(named.post().author()).isEqualTo(post.author());
        assertThat(named.surface()).isEqualTo(Surface.COMMENT);
    }

    @Test
    void everyDeliveryAddsWhatItTellsOfTheSameAuthor() {
        var bare = new Author.Customer("7", null, null, 31L);
        var told = new Author.Customer("7", "mira", "Mira", 30L);
        var full = new Author.Customer("7", "mira", "Mira", 31L);
        assertThat(by(bare).after(new Activity.Published(by(told).post())).post().author())
                .isEqualTo(full);
        assertThat(by(told).after(new Activity.Published(by(bare).post())).post().author())
                .isEqualTo(full);
        var other = new Author.Customer("8", "jon", "Jon", 99L);
        assertThat(by(bare).after(new Activity.Published(by(other).post())).post().author())
                .isEqualTo(bare);
    }

    private Entry by(Author author) {
        var post = entry.post();
        return Entry.of(post.change().author(author).build(), Side.CUSTOMER, entry.ruling());
    }
}
