package earshot.benchmarks;

import earshot.domain.post.ConversationKey;
import earshot.domain.post.Network;
import earshot.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who writes to our page, in calls signed as Facebook signs them. */
record Customer(String id, HttpClient client, URI webhook, String secret) {
    private static final String PAGE = "104211876530012";

    static Customer of(String id, HttpClient client, Stack stack, Project project) {
        var secret = project.developmentSecrets().getOrDefault("EARSHOT_FACEBOOK_APP_SECRET", "");
        return new Customer(id, client, stack.http().resolve("/webhooks/facebook"), secret);
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
                        .header("x-hub-signature-256", "sha256=" + mac(body))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("A delivery was answered by " + status);
        }
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

    private String mac(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }
}
