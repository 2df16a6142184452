package earshot.local.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void neitherLineBreaksNorEscapesNorTurnsOfDirectionReachTheTerminal() {
        assertThat(OneLine.of("a\nb\u001b[31mc\u202ed\u2028e\u0000f")).isEqualTo("a b [31mc d e f");
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        assertThat(OneLine.of(" \ud83d\ude00\ud83d\ude00  \ud83d\ude00 ", 3))
                .isEqualTo("\ud83d\ude00\ud83d\ude00\u2026");
        assertThat(OneLine.of("abc", 3)).isEqualTo("abc");
    }
}
