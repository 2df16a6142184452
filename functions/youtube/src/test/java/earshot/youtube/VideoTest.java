package earshot.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.cases.Entry;
import earshot.domain.cases.PostVersion;
import earshot.domain.policy.Priority;
import earshot.domain.policy.Ruling;
import earshot.domain.policy.Side;
import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Moment.TimeSource;
import earshot.domain.post.Post;
import earshot.webhook.Delivery;
import earshot.webhook.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTest {
    private static final String BARE = "<yt:videoId>Gt4r8kenSng</yt:videoId>";
    private static final String TIMES =
            "<published>2026-11-20T09:00:00+00:00</published><updated>%s</updated>";

    @Test
    void anEntryWithNothingButItsVideoIsOurPostAtTheTimeWeGotIt() {
        var post = post(Read.entry(BARE));
        assertThat(post.id().value()).isEqualTo("Gt4r8kenSng");
        assertThat(post.account()).isEqualTo("UC_ours");
        assertThat(post.author()).isEqualTo(new Author.Ourselves("UC_ours", null, null));
        assertThat(post.published().source()).isEqualTo(TimeSource.RECEIVED);
        assertThat(post.text()).isNull();
        assertThat(post.permalink()).isEqualTo("https://www.youtube.com/watch?v=Gt4r8kenSng");
    }

    @Test
    void aTitleIsDecodedOnce() {
        var title = "<title>Q&amp;amp;A &lt;b&gt; <![CDATA[<i>]]> &#x1F3B8;</title>";
        assertThat(post(Read.entry(BARE + title)).text()).isEqualTo("Q&amp;A <b> <i> \ud83c\udfb8");
        assertThat(post(Read.entry(BARE + "<title/>")).text()).isEmpty();
    }

    @Test
    void prefixesAreTheHubsOwnAffair() {
        var read =
                Read.body(
                        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry>"
                                + "<v:videoId xmlns:v='http://www.youtube.com/xml/schemas/2015'>"
                                + "Gt4r8kenSng</v:videoId><a:title>One</a:title></a:entry></a:feed>");
        assertThat(post(read).text()).isEqualTo("One");
        assertThat(post(read).account()).isEqualTo("unknown");
    }

    @Test
    void theChannelIsThatOfTheEntryOrOfItsAuthorOrOfTheFeedOrOfTheSecret() {
        var noTopic =
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>yt:video:1</id>%s</entry></feed>";
        var author = "<author><uri>https://www.youtube.com/channel/UC_a</uri></author>";
        var channel = "<channelId xmlns='http://www.youtube.com/xml/schemas/2015'>UC_c</channelId>";
        assertThat(post(Read.body(noTopic.formatted(author))).account()).isEqualTo("UC_a");
        assertThat(post(Read.body(noTopic.formatted(author + channel))).account())
                .isEqualTo("UC_c");
        assertThat(post(provedFor("UC_s", noTopic.formatted(""))).account()).isEqualTo("UC_s");
        assertThat(post(provedFor("UC_s", noTopic.formatted(""))).author())
                .isEqualTo(new Author.Ourselves("UC_s", null, null));
    }

    @Test
    void aVideoOfAnotherChannelInOurFeedIsACustomers() {
        var post = post(Read.entry(BARE + "<yt:channelId>UC_theirs</yt:channelId>"));
        assertThat(post.account()).isEqualTo("UC_ours");
        assertThat(post.author()).isEqualTo(new Author.Customer("UC_theirs", null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:59.999999999+00:00, 0",
        "2026-11-20T09:01:00+00:00, 0",
        "2026-11-20T09:01:00.000000001+00:00, 1",
        "2026-11-20T08:00:00+00:00, 0",
        "soon, 0",
        "'', 0"
    })
    void whatWasUpdatedMoreThanAMinuteAfterItCameOutIsAlsoAnEdit(String updated, int edits) {
        var read = Read.entry(BARE + "<title>One</title>" + TIMES.formatted(updated));
        assertThat(read.activities()).hasSize(1 + edits);
        assertThat(post(read).published().at()).isEqualTo("2026-11-20T09:00:00Z");
    }

    @Test
    void anUpdateThatNamesNoTitleTakesNoneAway() {
        var read = Read.entry(BARE + TIMES.formatted("2026-11-20T10:00:00+00:00"));
        assertThat(read.activities()).hasSize(1);
    }

    @Test
    void pushesOfOneVideoEndAlikeInAnyOrderAndAnyNumberOfTimes() {
        var first = push("One", "2026-11-20T09:00:20.5+00:00");
        var second = push("Two", "2026-11-20T10:00:00+00:00");
        var third = push("Three", "2026-11-20T11:00:00+00:00");
        for (int seed = 0; seed < 50; seed++) {
            List<Activity> all = new ArrayList<>();
            for (var push : List.of(first, second, third, third, first)) {
                all.addAll(push.activities());
            }
            Collections.shuffle(all, new java.util.Random(seed));
            var entry = filed(all);
            assertThat(entry.text()).isEqualTo("Three");
            assertThat(entry.editedAt()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
            assertThat(entry.versions()).extracting(PostVersion::text).contains("Two");
        }
    }

    @Test
    void thePushThatComesAgainChangesNothing() {
        var push = push("Two", "2026-11-20T10:00:00+00:00");
        var entry = filed(push.activities());
        for (var again : push.activities()) {
            assertThat(entry.after(again)).isSameAs(entry);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T09:00:00+00:00",
                "2026-11-20T09:00:00Z",
                "2026-11-20T10:00:00.000000000+01:00",
                "2026-11-20T09:00:00.000999999+00:00",
                " 2026-11-20T09:00:00+00:00\n"
            })
    void timesAreReadInEverySpellingOfAtom(String published) {
        var read = Read.entry(BARE + "<published>" + published + "</published>");
        assertThat(post(read).published().at()).isEqualTo("2026-11-20T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-20", "1795165201", "+99999-01-01T00:00:00Z"})
    void withoutATimeOfPublicationTheUpdateIsTheTime(String published) {
        var read =
                Read.entry(
                        BARE
                                + "<published>%s</published>".formatted(published)
                                + "<updated>2026-11-20T09:00:00+00:00</updated>");
        assertThat(post(read).published().at()).isEqualTo("2026-11-20T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<id/>",
                "<id>yt:video:</id>",
                "<id>PL1</id>",
                "<videoId>wrongNamespace</videoId>",
                "<yt:videoId> </yt:videoId>"
            })
    void anEntryWithoutAVideoIsUnreadableAloneAndAgain(String content) {
        var read = Read.feed("<entry>%s</entry><entry>%s</entry>".formatted(content, BARE));
        assertThat(read.activities()).hasSize(1);
        var alone = read.unreadable().getFirst();
        assertThat(Read.body(String.valueOf(alone.alone())).unreadable()).containsExactly(alone);
    }

    @Test
    void aLinkThatNoBrowserShouldFollowIsNoPermalink() {
        var link = "<link rel='alternate' href='javascript:alert(1)'/>";
        assertThat(post(Read.entry(BARE + link)).permalink())
                .isEqualTo("https://www.youtube.com/watch?v=Gt4r8kenSng");
    }

    @Test
    void aTombstoneIsFinalWithOrWithoutWhoLaidIt() {
        for (var by :
                List.of("", "<at:by><uri>https://www.youtube.com/channel/UC_a</uri></at:by>")) {
            var read =
                    Read.feed(
                            "<at:deleted-entry ref='yt:video:1' when='2026-11-20T10:00:00.642702+00:00'>"
                                    + by
                                    + "</at:deleted-entry>");
            assertThat(read.activities())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Activity.Deleted.class,
                            deleted ->
                                    assertThat(deleted.when().at())
                                            .isEqualTo("2026-11-20T10:00:00.642Z"));
        }
    }

    @Test
    void aTombstoneWithoutAVideoIsUnreadableAndOneWithoutATimeIsNot() {
        assertThat(Read.feed("<at:deleted-entry when='x'/>").unreadable()).hasSize(1);
        assertThat(Read.feed("<at:deleted-entry ref='yt:video:1'/>").activities()).hasSize(1);
    }

    private static Reading push(String title, String updated) {
        return Read.entry(BARE + "<title>" + title + "</title>" + TIMES.formatted(updated));
    }

    private static Reading provedFor(String account, String body) {
        return new YoutubeConnector()
                .read(
                        new Delivery(
                                Read.NOON,
                                "r1",
                                Map.of(),
                                body.getBytes(StandardCharsets.UTF_8),
                                account));
    }

    private static Post post(Reading reading) {
        return ((Activity.Published) reading.activities().getFirst()).post();
    }

    /** As the router does: what comes before the first publication waits for it. */
    private static Entry filed(List<Activity> activities) {
        var waiting = new ArrayList<Activity>();
        Entry entry = null;
        for (var activity : activities) {
            if (entry != null) {
                entry = entry.after(activity);
            } else if (activity instanceof Activity.Published(var post)) {
                entry = Entry.of(post, Side.NATIVE, ruling());
                for (var early : waiting) {
                    entry = entry.after(early);
                }
            } else {
                waiting.add(activity);
            }
        }
        return java.util.Objects.requireNonNull(entry);
    }

    private static Ruling ruling() {
        return new Ruling(
                0, Ruling.Treatment.ANSWER, "triage", Priority.NORMAL, 0, List.of(), "usual");
    }
}
