package earshot.youtubecomments;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.polling.Page;
import earshot.polling.Refusal;
import earshot.polling.Reply;
import earshot.settings.LiveSecret;
import earshot.settings.Secret;
import earshot.youtubecomments.FakeDataApi.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataApiTest {
    private final FakeDataApi youtube = new FakeDataApi();
    private final DataApi api =
            new DataApi(
                    () ->
                            new DataApi.Access(
                                    youtube.url(),
                                    List.of(
                                            key("other", "UCother"),
                                            key(FakeDataApi.KEY, FakeDataApi.CHANNEL))),
                    Duration.ofMillis(700));

    private static LiveSecret key(String value, String channel) {
        return new LiveSecret(new Secret(value), channel);
    }

    @AfterEach
    void close() {
        youtube.close();
    }

    @Test
    void theNewestThreadsAreAskedForAHundredAtATime() {
        for (int i = 0; i < 150; i++) {
            youtube.thread(Rig.NOON.plusSeconds(i), "Hello " + i);
        }
        var first = page(null);
        var second = page(first.next());

        assertThat(first.sightings()).hasSize(100);
        assertThat(first.sightings().getFirst().post().text()).isEqualTo("Hello 149");
        assertThat(second.sightings()).hasSize(50);
        assertThat(second.next()).isNull();
        assertThat(youtube.queries.getFirst())
                .isEqualTo(
                        "commentThreads?part=snippet,replies&order=time&textFormat=html"
                                + "&maxResults=100&allThreadsRelatedToChannelId="
                                + FakeDataApi.CHANNEL);
    }

    @Test
    void whoDoesNotAnswerInTimeIsAskedLater() {
        youtube.troubles.add(new Trouble.Silence());

        assertThat(api.threads(FakeDataApi.CHANNEL, null, Rig.NOON))
                .isEqualTo(Reply.refused(new Refusal.Later("no whole answer in time", null)));
    }

    @Test
    void whatIsGoneIsWhatTheListOfIdsLeavesOut() {
        var here = youtube.thread(Rig.NOON, "Hello");
        var gone = youtube.thread(Rig.NOON, "Bye");
        youtube.remove(gone);

        assertThat(api.gone(FakeDataApi.CHANNEL, List.of(here, gone)))
                .isEqualTo(Reply.answered(Set.of(gone)));
        assertThat(youtube.queries.getLast())
                .isEqualTo("comments?part=id&id=" + here + "%2C" + gone);
    }

    @Test
    void aTokenOfYesterdayIsStale() {
        for (int i = 0; i < 150; i++) {
            youtube.thread(Rig.NOON.plusSeconds(i), "Hello " + i);
        }
        var next = page(null).next();
        youtube.forgetTokens();

        assertThat(api.threads(FakeDataApi.CHANNEL, next, Rig.NOON))
                .isEqualTo(Reply.refused(new Refusal.Stale("the page token is no longer good")));
    }

    private Page page(@Nullable String token) {
        return switch (api.threads(FakeDataApi.CHANNEL, token, Rig.NOON)) {
            case Reply.Answered<Page>(var page) -> page;
            case Reply.Refused<Page>(var refusal) -> throw new AssertionError(refusal.reason());
        };
    }
}
