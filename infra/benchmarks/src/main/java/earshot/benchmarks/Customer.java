package earshot.benchmarks;

import earshot.domain.post.ConversationKey;
import earshot.domain.post.Network;
import earshot.json.Json;
import earshot.recordings.EventSigner;
import earshot.recordings.RecordedCall;
import earshot.webhook.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Somebody who writes to our page, in calls signed as Facebook signs them. */
record Customer(String id, HttpClient client, URI webhook, EventSigner signer) {
    private static final Signature SIGNATURE =
            new Signature.HubSha256("EARSHOT_FACEBOOK_APP_SECRET");
    private static final String PAGE = "104211876530012";

    static Customer of(String id, HttpClient client, Stack stack, Project project) {
        var signer = new EventSigner(project.developmentSecrets());
        return new Customer(id, client, stack.http().resolve("/webhooks/facebook"), signer);
    }

    ConversationKey conversation() {
        return ConversationKey.direct(new Network("facebook"), PAGE, id);
    }

    /**
     * @throws IllegalStateException unless the answer is 200
     */
    void write(String messageId, Instant at) throws IOException, InterruptedException {
        var body = delivery(messageId, at).write().getBytes(StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(webhook)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body));
        signed(body).headers().forEach(request::header);
        int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("A delivery was answered by " + status);
        }
    }

    private RecordedCall signed(byte[] body) {
        return signer.sign(SIGNATURE, RecordedCall.post(webhook.getPath(), body)).orThrow();
    }

    private Json delivery(String messageId, Instant at) {
        var messaging =
                Json.object()
                        .with("sender", Json.object().with("id", id).build())
                        .with("recipient", Json.object().with("id", PAGE).build())
                        .with("timestamp", Json.of(at.toEpochMilli()))
                        .with("message", message(messageId))
                        .build();
        var entry =
                Json.object()
                        .with("id", PAGE)
                        .with("time", Json.of(at.toEpochMilli()))
                        .withItems("messaging", List.of(messaging))
                        .build();
        return Json.object().with("object", "page").withItems("entry", List.of(entry)).build();
    }

    private static Json message(String id) {
        return Json.object().with("mid", id).with("text", "Is anybody there? " + id).build();
    }
}
