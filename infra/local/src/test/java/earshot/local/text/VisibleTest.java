package earshot.local.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void linesAndTabsStayAndWhatATerminalMightObeyIsSpelled() {
        var said = "a\tb\n\u001b[31mred\u202eder\u0000\u009b";

        assertThat(Visible.of(said.getBytes(UTF_8)))
                .isEqualTo("a\tb\n\\u{1b}[31mred\\u{202e}der\\u{0}\\u{9b}");
    }

    @Test
    void bytesThatAreNoTextAreSpelledOneByOne() {
        assertThat(Visible.of(new byte[] {'a', (byte) 0xff, 0x1b, '\n'}))
                .isEqualTo("a\\xff\\x1b\n");
    }

    @Property(tries = 300)
    void whateverIsShownATerminalOnlyShows(@ForAll byte[] bytes) {
        assertThat(Visible.of(bytes).codePoints())
                .allMatch(c -> c == '\n' || c == '\t' || !OneLine.isObeyed(c));
    }
}
