package earshot.youtubecomments;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Activity;
import earshot.domain.post.Author;
import earshot.domain.post.Placement;
import earshot.domain.post.Placement.Whose;
import earshot.domain.post.Post;
import earshot.domain.post.PostId;
import earshot.queue.Message;
import earshot.queue.QueueSender;
import earshot.queue.SdkQueueSender;
import earshot.queue.Wire;
import earshot.testkit.CallTap;
import earshot.testkit.LocalCloud;
import earshot.testkit.LocalCloudExtension;
import earshot.youtubecomments.FakeDataApi.Said;
import earshot.youtubecomments.FakeDataApi.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCloudExtension.class)
class YoutubeCommentsFunctionTest {
    private final LocalCloud cloud;
    private final Rig rig;
    private final FakeDataApi api;

    YoutubeCommentsFunctionTest(LocalCloud cloud) {
        this.cloud = cloud;
        this.rig = new Rig(cloud);
        this.api = rig.api;
    }

    @BeforeEach
    void connect() {
        cloud.reset();
        rig.connect();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void commentsAndAnswersAreSentWithTheirPlaces() {
        var top = api.thread(Rig.NOON.minusSeconds(60), "It&#39;s <b>broken</b><br>Hello?");
        rig.poll();
        api.answer(top, Rig.NOON.plusSeconds(30), FakeDataApi.CHANNEL, "We are sorry");
        rig.minutes(1);

        var posts = posts(rig.sent());
        var first = Objects.requireNonNull(posts.get(top));
        assertThat(first.text()).isEqualTo("It's broken\nHello?");
        assertThat(first.backfilled()).isTrue();
        var video = new PostId(Comment.YOUTUBE, FakeDataApi.VIDEO);
        assertThat(first.placement()).isEqualTo(Placement.Reply.to(video, Whose.OURS));
        assertThat(first.permalink())
                .isEqualTo("https://www.youtube.com/watch?v=guitar00001&lc=" + top);
        posts.remove(top);
        assertThat(posts.values())
                .singleElement()
                .satisfies(
                        answer -> {
                            assertThat(answer.author()).isInstanceOf(Author.Ourselves.class);
                            assertThat(answer.backfilled()).isFalse();
                            assertThat(answer.inReplyTo()).isEqualTo(top);
                        });
    }

    @Test
    void moreAnswersThanComeAlongAreAskedFor() {
        var top = api.thread(Rig.NOON, "Who else?");
        for (int i = 0; i < 230; i++) {
            api.answer(top, Rig.NOON.plusSeconds(i), "UCother", "Me " + i);
        }
        rig.poll();

        assertThat(posts(rig.sent())).hasSize(231);
        assertThat(api.queries).filteredOn(q -> q.contains("parentId=")).hasSize(3);
        rig.minutes(3);
        assertThat(rig.sent()).isEmpty();
    }

    @Test
    void editsAndRemovalsAreFoundByWalkingAgain() {
        var edited = api.thread(Rig.NOON, "Broken");
        var removed = api.thread(Rig.NOON.plusSeconds(1), "Never mind");
        rig.minutes(2);
        rig.sent();
        api.edit(edited, rig.clock.instant(), "Still broken");
        api.remove(removed);
        rig.minutes(31);

        assertThat(rig.sent())
                .anySatisfy(
                        a ->
                                assertThat(a)
                                        .isInstanceOfSatisfying(
                                                Activity.Edited.class,
                                                e ->
                                                        assertThat(e.text())
                                                                .isEqualTo("Still broken")))
                .anySatisfy(
                        a ->
                                assertThat(a)
                                        .isInstanceOfSatisfying(
                                                Activity.Deleted.class,
                                                d -> assertThat(d.id().value()).isEqualTo(removed)))
                .hasSize(2);
    }

    @Test
    void tenThousandCommentsAreSentWithinTheQuotaOfADay() {
        for (int i = 0; i < 2_000; i++) {
            var top = api.thread(Rig.NOON.minusSeconds(60L * i), "Thread " + i);
            for (int j = 0; j < 4; j++) {
                api.answer(top, Rig.NOON.minusSeconds(60L * i - j), "UCother", "Answer " + j);
            }
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < 5; i++) {
            rig.clock.advance(Rig.MINUTE);
            rig.poll(
                    (_, messages) ->
                            messages.forEach(m -> ids.add(Wire.activity(m.body()).id().value())));
        }

        assertThat(ids).hasSize(10_000);
        assertThat(api.asked()).isLessThan(40);
    }

    @Test
    void ofTwoInvocationsAtOnceOneAsks() throws Exception {
        api.thread(Rig.NOON, "Hello");
        try (var both = Executors.newFixedThreadPool(2)) {
            var done = both.invokeAll(List.of(polling(), polling()));
            for (var each : done) {
                each.get();
            }
        }

        assertThat(api.asked()).isEqualTo(1);
        assertThat(rig.sent()).hasSize(1);
    }

    private Callable<Void> polling() {
        return () -> {
            rig.poll();
            return null;
        };
    }

    @Test
    void whatIsWrongWithAnAnswerMovesNothingAndIsSaid() {
        var expected = new HashMap<Trouble, String>();
        expected.put(new Trouble.Failure(403, "commentsDisabled"), "comments are off");
        expected.put(new Trouble.Failure(404, "channelNotFound"), "not found");
        expected.put(
                new Trouble.Failure(400, "invalidPageToken"), "the page token is no longer good");
        expected.put(new Trouble.Failure(403, "rateLimitExceeded"), "too many questions at once");
        expected.put(new Trouble.Failure(503, "backendError"), "busy: 503");
        expected.put(new Trouble.Failure(403, "forbidden"), "refused: 403");
        expected.put(new Trouble.Text("<html>"), "an answer that is not JSON: 200");
        expected.put(new Trouble.Text("{}"), "an answer that is no list");
        expected.put(new Trouble.CutOff(), "no whole answer: IOException");
        api.thread(Rig.NOON, "Hello");
        expected.forEach(
                (trouble, outcome) -> {
                    rig.clock.advance(Duration.ofHours(2));
                    api.troubles.add(trouble);
                    rig.poll();
                    assertThat(rig.outcome()).as(trouble.toString()).isEqualTo(outcome);
                });
        assertThat(rig.sent()).isEmpty();

        rig.clock.advance(Duration.ofHours(2));
        rig.poll();
        assertThat(rig.sent()).hasSize(1);
    }

    @Test
    void aDayThatYouTubeCallsSpentIsOverUntilMidnightInCalifornia() {
        api.thread(Rig.NOON, "Hello");
        api.troubles.add(new Trouble.Failure(403, "quotaExceeded"));
        rig.poll();
        rig.minutes(20);
        assertThat(api.asked()).isEqualTo(1);
        assertThat(rig.outcome()).isEqualTo("rationed");

        rig.clock.moveTo(Instant.parse("2026-11-19T08:00:00Z"));
        rig.poll();
        assertThat(rig.sent()).hasSize(1);
    }

    @Test
    void withoutAChannelInThePolicyNothingIsAsked() {
        cloud.reset();
        rig.poll();

        assertThat(api.asked()).isZero();
        assertThat(rig.log.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theKeyIsInNoUrlAndNoLine() {
        api.thread(Rig.NOON, "A secret from me");
        rig.poll();

        assertThat(api.queries).isNotEmpty().noneMatch(q -> q.contains(FakeDataApi.KEY));
        assertThat(rig.log.toString(StandardCharsets.UTF_8))
                .doesNotContain(FakeDataApi.KEY, "A secret from me");
    }

    @Test
    void stoppedBeforeAnyOfItsCallsNothingIsLostAndWhatIsSentTwiceIsEqual() {
        boolean ended = false;
        for (int calls = 0; !ended; calls++) {
            int allowed = calls;
            ended = onceStopped(at -> CallTap.endsWithin(allowed, at::poll));
        }
        assertThat(ended).isTrue();
    }

    /** Beside its own thread, which the tap is on, it sends on others: these stop here. */
    @Test
    void stoppedBeforeOrAfterItSendsNothingIsLostAndWhatIsSentTwiceIsEqual() {
        var sender = new SdkQueueSender(cloud.sqs());
        boolean ended = false;
        for (int step = 0; !ended; step++) {
            var fragile = new FragileSender(sender, step);
            ended =
                    onceStopped(
                            at -> {
                                try {
                                    at.poll(fragile);
                                    return true;
                                } catch (FragileSender.Stopped _) {
                                    return false;
                                }
                            });
        }
        assertThat(ended).isTrue();
    }

    private interface Stop {
        boolean ends(Rig rig);
    }

    private boolean onceStopped(Stop stop) {
        cloud.reset();
        try (var at = new Rig(cloud)) {
            at.connect();
            at.api.thread(Rig.NOON.minusSeconds(5), "Before");
            at.minutes(2);
            var top = at.api.thread(at.clock.instant(), "Broken");
            for (int i = 0; i < 12; i++) {
                at.api.answer(top, at.clock.instant().plusMillis(i), "UCother", "Me too " + i);
            }
            at.clock.advance(Rig.MINUTE);
            boolean ended = stop.ends(at);
            at.clock.advance(Rig.MINUTE);
            at.minutes(2);
            var sent = at.sent();
            assertThat(posts(sent).keySet()).isEqualTo(ids(at.api));
            return ended;
        }
    }

    private static Set<String> ids(FakeDataApi api) {
        var ids = new HashSet<String>();
        for (Said said : api.said.values()) {
            ids.add(said.id);
        }
        return ids;
    }

    /** By id; what came twice is equal but for when we received it. */
    private static Map<String, Post> posts(List<Activity> sent) {
        var posts = new HashMap<String, Post>();
        for (var activity : sent) {
            if (activity instanceof Activity.Published(var post)) {
                var before = posts.putIfAbsent(post.id().value(), post);
                if (before != null) {
                    assertThat(post)
                            .usingRecursiveComparison()
                            .ignoringFields("published.receivedAt")
                            .isEqualTo(before);
                }
            }
        }
        return posts;
    }

    /** Stops before or after it has sent. */
    private static final class FragileSender implements QueueSender {
        private final QueueSender sender;
        private int steps;

        FragileSender(QueueSender sender, int steps) {
            this.sender = sender;
            this.steps = steps;
        }

        static final class Stopped extends Error {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public void send(String queueUrl, List<Message> messages) {
            step();
            sender.send(queueUrl, new ArrayList<>(messages));
            step();
        }

        private void step() {
            if (steps-- == 0) {
                throw new Stopped();
            }
        }
    }
}
