package earshot.domain.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostIdTest {
    private static final Network NETWORK = new Network("madeup");

    @Test
    void anIdIsOneUpToItsLengthInBytes() {
        assertThat(PostId.isOne("900_1")).isTrue();
        assertThat(PostId.isOne("\u00e4".repeat(PostId.LONGEST / 2))).isTrue();
        assertThat(PostId.isOne("\u00e4".repeat(PostId.LONGEST / 2) + "1")).isFalse();
        assertThat(PostId.isOne("1".repeat(PostId.LONGEST + 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void whiteSpaceIsNoId(String text) {
        assertThat(PostId.isOne(text)).isFalse();
    }

    @Test
    void whatIsTooLongCannotBecomeOne() {
        assertThatThrownBy(() -> new PostId(NETWORK, "1".repeat(PostId.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PostId(NETWORK, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
