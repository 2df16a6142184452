package earshot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordPatternTest {
    @Test
    void aPatternIsFoundAnywhereWhateverTheCase() {
        assertThat(WordPattern.of("refund(s|ed)?").foundIn("You REFUNDED nothing")).isTrue();
        assertThat(WordPattern.of("^refund").foundIn("No refund")).isFalse();
    }

    @Test
    void lettersOfEveryScriptHaveTheirCaseFolded() {
        assertThat(WordPattern.of("\u00fcberfall").foundIn("\u00dcBERFALL!")).isTrue();
        assertThat(WordPattern.of("\u0431\u0440\u0430\u043a").foundIn("\u0411\u0420\u0410\u041a"))
                .isTrue();
        assertThat(WordPattern.of("\u8fd4\u91d1").foundIn("\u3059\u3050\u8fd4\u91d1\u3057\u3066"))
                .isTrue();
    }

    @Test
    void anAccentMatchesHoweverItWasTyped() {
        assertThat(WordPattern.of("m\u00fcll").foundIn("Mu\u0308ll")).isTrue();
        assertThat(WordPattern.of("mu\u0308ll").foundIn("M\u00dcLL")).isTrue();
    }

    @Test
    void wholeWordsAreFoundInEveryScript() {
        var word = WordPattern.of("(^|\\P{L})\u00fcbel(\\P{L}|$)");

        assertThat(word.foundIn("mir ist \u00fcbel.")).isTrue();
        assertThat(word.foundIn("\u00dcbel")).isTrue();
        assertThat(word.foundIn("K\u00fcbel")).isFalse();
    }

    @Test
    void aPatternThatHangsOthersTakesNoTime() {
        var pattern = WordPattern.of("(a+)+$");
        var text = "a".repeat(50_000) + "b";
        long start = System.nanoTime();

        assertThat(pattern.foundIn(text)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
