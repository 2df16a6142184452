package earshot.local.recordings;

import earshot.json.Json;
import earshot.json.JsonException;
import earshot.local.run.Hearing;
import earshot.local.text.UserFault;
import earshot.recordings.Freshening;
import earshot.recordings.Instants;
import earshot.recordings.NewIds;
import earshot.recordings.RecordedCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Sends recorded deliveries as if the network had sent them just now. */
public final class Postman {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "content-length", "connection", "expect", "upgrade");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final URI address;
    private final Path events;
    private final Signer signer;
    private final Clock clock;

    /**
     * @param address scheme, host and port, to which the path of a call is added
     * @param events the folder whose folders say where a function's instants are
     */
    public Postman(URI address, Path events, Signer signer, Clock clock) {
        this.address = address;
        this.events = events;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * The call of an event file, its instants moved to now, its ids made new, signed anew.
     *
     * @throws UserFault when the file is no such event, or cannot be signed
     */
    public RecordedCall freshen(Path file, NewIds names) {
        if (!Files.isRegularFile(file)) {
            throw new UserFault("There is no event file " + file);
        }
        try {
            var event = Json.parse(Files.readAllBytes(file));
            var call = RecordedCall.of(event);
            return signer.sign(Freshening.isWanted(event) ? fresh(event, call, names) : call);
        } catch (JsonException e) {
            throw new UserFault(file + " is no JSON: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UserFault(file + " is no event of an HTTP API: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UserFault(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private RecordedCall fresh(Json event, RecordedCall call, NewIds names) throws IOException {
        var instants = Instants.of(events.resolve(call.function()));
        var body = Freshening.of(event, instants).fresh(call.body(), clock.instant(), names);
        return call.withBody(body);
    }

    /** The same call by somebody who does not know the secret. */
    public RecordedCall forge(RecordedCall call) {
        return signer.forge(call);
    }

    /** What hears a call. */
    public Hearing hearing(RecordedCall call) {
        return signer.hearing(call);
    }

    /** The answer. */
    public HttpResponse<String> send(RecordedCall call) throws InterruptedException {
        return send(at(address, call), call);
    }

    /** Where a call goes at an address. */
    public static URI at(URI address, RecordedCall call) {
        return URI.create(address.toString().replaceFirst("/+$", "") + call.target());
    }

    /** The answer of exactly this URL. */
    public HttpResponse<String> send(URI target, RecordedCall call) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(target)
                        .timeout(Duration.ofSeconds(30))
                        .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers()
                .forEach(
                        (name, value) -> {
                            if (!OF_THE_CONNECTION.contains(name)) {
                                request.header(name, value);
                            }
                        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UserFault(
                    "Nobody answers at %s. Is ./earshot up running?".formatted(target), e);
        }
    }
}
