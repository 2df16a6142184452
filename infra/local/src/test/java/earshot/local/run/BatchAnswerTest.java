package earshot.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchAnswerTest {
    private static final Set<String> SENT = Set.of("a", "b");

    @Test
    void onlyTheNamedMessagesHaveFailed() {
        assertThat(BatchAnswer.failed("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}", SENT))
                .containsExactly("a");
    }

    @Test
    void noNamesMeanThatAllSucceeded() {
        assertThat(BatchAnswer.failed("", SENT)).isEmpty();
        assertThat(BatchAnswer.failed("{}", SENT)).isEmpty();
        assertThat(BatchAnswer.failed("{\"batchItemFailures\":[]}", SENT)).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeTrustedFailsThemAll() {
        assertThat(BatchAnswer.failed("{\"batchItemFailures\":[{\"itemIdentifier\":\"x\"}]}", SENT))
                .isEqualTo(SENT);
        assertThat(BatchAnswer.failed("{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}", SENT))
                .isEqualTo(SENT);
        assertThat(BatchAnswer.failed("{\"batchItemFailures\":[{\"id\":\"a\"}]}", SENT))
                .isEqualTo(SENT);
        assertThat(BatchAnswer.failed("nonsense", SENT)).isEqualTo(SENT);
    }
}
