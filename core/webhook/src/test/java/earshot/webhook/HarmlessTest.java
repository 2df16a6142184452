package earshot.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.post.Network;
import earshot.json.Json;
import earshot.queue.Message;
import earshot.queue.QuarantineWire;
import earshot.queue.Quarantined;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What proves a delivery is not kept with it, wherever it stands. */
class HarmlessTest {
    private static final byte[] BODY =
            "{\"type\": \"wall\", \"proof\": \"s3\", \"object\": {\"proof\": 1}}".getBytes(UTF_8);

    private static Quarantined kept(List<Proof> proofs, byte[] body, Reading reading) {
        var headers = Map.of("x-chirp", "s3", "content-type", "application/json", "cookie", "s3");
        var delivery = new Delivery(Instant.EPOCH, "r1", headers, body, null);
        var outgoing = Outgoing.of(new Network("chirper"), new Harmless(proofs), delivery, reading);
        return QuarantineWire.read(outgoing.quarantine().stream().map(Message::body).toList());
    }

    @Test
    void aHeaderThatProvesIsNotKeptWhateverItsName() {
        var proofs = List.<Proof>of(new Proof.Header("x-chirp"), new Proof.Parameter("sig"));

        var kept = kept(proofs, BODY, Reading.unreadable(ReadFault.CONNECTOR_FAILED));

        assertThat(kept.headers()).containsOnly(Map.entry("content-type", "application/json"));
        assertThat(kept.body()).isEqualTo(BODY);
    }

    @Test
    void aMemberThatProvesIsKeptNeitherWithTheWholeBodyNorWithAnElementInItsEnvelope() {
        var proofs = List.<Proof>of(new Proof.Member("proof"));
        var harmless = "{\"type\":\"wall\",\"object\":{\"proof\":1}}";

        var whole = kept(proofs, BODY, Reading.unreadable(ReadFault.CONNECTOR_FAILED));
        var alone =
                kept(
                        proofs,
                        BODY,
                        Reading.unreadable(ReadFault.CONNECTOR_FAILED, Json.parse(BODY)));

        assertThat(new String(whole.body(), UTF_8)).isEqualTo(harmless);
        assertThat(new String(alone.body(), UTF_8)).isEqualTo(harmless);
    }

    @Test
    void ofWhatProvesItselfByAMemberNothingIsKeptThatHasNone() {
        var proofs = List.<Proof>of(new Proof.Member("proof"));

        for (var body : List.of("{\"proof\": \"s3\"", "[\"s3\"]")) {
            var kept =
                    kept(
                            proofs,
                            body.getBytes(UTF_8),
                            Reading.unreadable(ReadFault.CONNECTOR_FAILED));
            assertThat(kept.body()).as(body).isEmpty();
        }
    }
}
