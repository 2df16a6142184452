package earshot.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.domain.post.ConversationKey;
import earshot.domain.post.Network;
import earshot.domain.post.PostId;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;

class CaseIdTest {
    @Property(tries = 500)
    void anIdIsReadAsItWasSpelled(
            @ForAll @NotEmpty @StringLength(max = 300) String root,
            @ForAll @IntRange(min = 1, max = 999_999) int number) {
        var post = new PostId(new Network("line"), root);
        var id = new CaseId(ConversationKey.of(post), number);
        assertThat(CaseId.parse(id.toString())).isEqualTo(id);
        assertThat(id.toString()).matches("line:[\\x21-\\x7d]{1,200}~[0-9]{6}");
        assertThat(id.conversation().network()).isEqualTo(new Network("line"));
    }

    @Example
    void itsDigitsAreAsciiWhateverTheLocale() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            var id = CaseId.parse("facebook:1_2~000041").next();
            assertThat(id.toString()).isEqualTo("facebook:1_2~000042");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Example
    void whatIsNoCaseIdIsRefused() {
        for (var text :
                new String[] {
                    "",
                    "facebook:1",
                    "facebook:1~1",
                    "facebook:1~000000",
                    "facebook:1~0000001",
                    "facebook:1~00000\u0661",
                    ":1~000001",
                    "facebook:~000001",
                    "1~000001",
                    "facebook:1~2~000001"
                }) {
            assertThatThrownBy(() -> CaseId.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
