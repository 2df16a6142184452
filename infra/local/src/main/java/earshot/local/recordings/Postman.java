package earshot.local.recordings;

import earshot.json.JsonException;
import earshot.local.text.UserFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Sends recorded deliveries as if the network had sent them just now. */
public final class Postman {
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final URI address;
    private final Signer signer;
    private final Clock clock;

    /**
     * @param address scheme, host and port, to which the path of a delivery is added
     */
    public Postman(URI address, Signer signer, Clock clock) {
        this.address = address;
        this.signer = signer;
        this.clock = clock;
    }

    /** The delivery of a file, its instants moved to now, its ids made new, signed anew. */
    public Delivery freshen(Path file, NewIds names) {
        var delivery = Delivery.read(file);
        var moves = Moves.beside(file);
        if (moves.equals(Moves.NONE)) {
            return signer.sign(delivery);
        }
        try {
            var body = moves.moved(delivery.body(), clock.instant(), names);
            return signer.sign(delivery.withBody(body));
        } catch (JsonException e) {
            throw new UserFault("The body of %s is no JSON: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The same call by somebody who does not know the secret. */
    public Delivery forge(Delivery delivery) {
        return signer.forge(delivery);
    }

    /** The answer. */
    public HttpResponse<String> send(Delivery delivery) throws InterruptedException {
        return send(at(address, delivery), delivery);
    }

    /** Where a delivery goes at an address. */
    public static URI at(URI address, Delivery delivery) {
        return URI.create(address.toString().replaceFirst("/+$", "") + delivery.path());
    }

    /** The answer of exactly this URL. */
    public HttpResponse<String> send(URI target, Delivery delivery) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(target)
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                delivery.method(),
                                HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UserFault(
                    "Nobody answers at %s. Is ./earshot up running?".formatted(target), e);
        }
    }
}
