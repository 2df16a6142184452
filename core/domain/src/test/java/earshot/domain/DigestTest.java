package earshot.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {
    /** FIPS 180-4's own example. */
    @Test
    void itIsTheBeginningOfSha256() {
        assertThat(Digest.of("abc", 32))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digest.of("abc", 8)).isEqualTo("ba7816bf8f01cfea");
        assertThat(Digest.of(new byte[] {'a', 'b', 'c'}, 4)).isEqualTo("ba7816bf");
    }
}
