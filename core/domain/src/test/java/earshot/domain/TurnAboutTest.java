package earshot.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TurnAboutTest {
    private static final List<String> ALL = List.of("a", "b", "c");

    @Test
    void eachTurnTheNextIsFirstAndTheOthersFollowInTheirOrder() {
        assertThat(TurnAbout.of(ALL, 0)).containsExactly("a", "b", "c");
        assertThat(TurnAbout.of(ALL, 1)).containsExactly("b", "c", "a");
        assertThat(TurnAbout.of(ALL, 2)).containsExactly("c", "a", "b");
        assertThat(TurnAbout.of(ALL, 3)).containsExactly("a", "b", "c");
    }

    @Test
    void anyTurnWillDo() {
        assertThat(TurnAbout.of(ALL, Long.MAX_VALUE)).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(TurnAbout.of(ALL, -1)).containsExactly("c", "a", "b");
        assertThat(TurnAbout.of(List.of("a"), 7)).containsExactly("a");
        assertThat(TurnAbout.of(List.of(), 7)).isEmpty();
    }
}
