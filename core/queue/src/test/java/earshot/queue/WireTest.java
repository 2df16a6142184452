package earshot.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.domain.cases.CaseId;
import earshot.domain.post.Activity;
import earshot.domain.post.Moment;
import earshot.domain.post.Network;
import earshot.domain.post.Pointer;
import earshot.domain.post.PostId;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WireTest {
    private static final Network FACEBOOK = new Network("facebook");
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    @Property
    void anActivityIsReadBackAsItWas(@ForAll("activities") Activity activity) {
        var body = Wire.encode(activity);
        assertThat(Wire.activity(body)).isEqualTo(activity);
        assertThat(body.chars()).allMatch(c -> c >= ' ' && c <= '~');
    }

    @Provide
    Arbitrary<Activity> activities() {
        return Activities.any();
    }

    @Test
    void theSpellingOfADeletionIsThis() {
        var deleted = new Activity.Deleted(new PostId(FACEBOOK, "1_2"), Moment.of(NOON, NOON));
        assertThat(Wire.encode(deleted))
                .isEqualTo(
                        "{\"v\":1,\"type\":\"deleted\",\"network\":\"facebook\",\"id\":\"1_2\","
                                + "\"when\":{\"at\":\"2026-02-03T12:00:00.000Z\","
                                + "\"receivedAt\":\"2026-02-03T12:00:00.000Z\","
                                + "\"source\":\"network\"}}");
    }

    @Test
    void theOtherMessagesAreReadBackAsTheyWere() {
        var pointer = new Pointer(FACEBOOK, "mention/add", "1_2", "42", "7", Moment.of(NOON, NOON));
        assertThat(Wire.pointer(Wire.encode(pointer))).isEqualTo(pointer);
        var clock = new ClockMessage(CaseId.parse("facebook:1_2~000001"), "2026");
        assertThat(Wire.clock(Wire.encode(clock))).isEqualTo(clock);
        var notice = new NoticeReference("facebook:1_2", "NOTICE#1");
        assertThat(Wire.notice(Wire.encode(notice))).isEqualTo(notice);
        assertThat(Wire.encode(clock))
                .isEqualTo("{\"v\":1,\"caseId\":\"facebook:1_2~000001\",\"stepKey\":\"2026\"}");
    }

    @Test
    void membersOfTomorrowAreIgnored() {
        assertThat(Wire.notice("{\"v\":1,\"pk\":\"a\",\"sk\":\"b\",\"new\":{}}"))
                .isEqualTo(new NoticeReference("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "not json",
                "{\"v\":2,\"type\":\"deleted\"}",
                "{\"v\":1,\"type\":\"great-new-thing\",\"network\":\"facebook\",\"id\":\"1\"}",
                "{\"v\":1,\"type\":\"deleted\",\"network\":\"facebook\",\"id\":\"1\"}",
                "{\"v\":1,\"type\":\"deleted\",\"network\":\"Not A Slug\",\"id\":\"1\"}",
                "{\"v\":1,\"type\":\"deleted\",\"network\":\"facebook\",\"id\":\"1\",\"when\":"
                        + "{\"at\":\"noon\",\"receivedAt\":\"noon\",\"source\":\"network\"}}"
            })
    void whatIsNoActivityOfThisVersionIsOneException(String body) {
        assertThatThrownBy(() -> Wire.activity(body)).isInstanceOf(WireException.class);
    }
}
