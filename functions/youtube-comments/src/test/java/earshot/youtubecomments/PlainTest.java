package earshot.youtubecomments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void htmlIsDecodedExactlyOnce() {
        Map.of(
                        "Lot&#39;s", "Lot's",
                        "a &amp;lt; b", "a &lt; b",
                        "one<br>two<br /><br/>three", "one\ntwo\n\nthree",
                        "one\n  two", "one\n  two",
                        "<a href=\"http://x.example/?a=1&amp;b=2\">x.example</a>", "x.example",
                        "<b>bold</b> <i>slanted</i> <s>gone</s>", "bold slanted gone",
                        "  two  spaces ", "  two  spaces ",
                        "a &lt;script&gt;", "a <script>",
                        "1 < 2 & 3", "1 < 2 & 3",
                        "", "")
                .forEach((html, text) -> assertThat(Plain.text(html)).as(html).isEqualTo(text));
    }
}
