package earshot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.json.JsonArray;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.webhook.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The event files are what the network and a gateway would send, and what is to be moved in them is
 * there.
 */
abstract class EventFilesContract {
    private final Connector connector;

    EventFilesContract(Connector connector) {
        this.connector = connector;
    }

    final List<EventFile> events() throws IOException {
        var network = connector.network().slug();
        var events = EventFile.of(network);
        assertThat(events).as("events/" + network).isNotEmpty();
        var signer = new EventSigner(connector.signature());
        if (EventFile.isWriting()) {
            for (var event : events) {
                if (isSigned(event)) {
                    signer.sign(event).write();
                }
            }
        }
        return EventFile.of(network);
    }

    @TestFactory
    Stream<DynamicTest> everyEventIsSignedWithTheDevelopmentSecret() throws IOException {
        var signer = new EventSigner(connector.signature());
        return tests(
                events().stream().filter(EventFilesContract::isSigned).toList(),
                event -> assertThat(event).isEqualTo(signer.sign(event)));
    }

    @TestFactory
    Stream<DynamicTest> everyEventIsAGatewaysCallOfOneRoute() throws IOException {
        return tests(
                events(),
                event -> {
                    var http = event.event().get("requestContext").get("http");
                    var path = event.event().text("rawPath");
                    assertThat(event.event().text("version")).isEqualTo("2.0");
                    assertThat(path)
                            .matches("/webhooks/[a-z][a-z0-9-]*")
                            .isEqualTo(http.text("path"));
                    assertThat(event.event().text("routeKey"))
                            .isEqualTo(http.text("method") + " " + path);
                });
    }

    @TestFactory
    Stream<DynamicTest> whatIsMovedIsThere() throws IOException {
        return tests(events(), EventFilesContract::assertMoves);
    }

    private static void assertMoves(EventFile event) throws IOException {
        var moves = event.beside("moves");
        if (staysAsItIs(event)) {
            assertTextMoves(event);
            return;
        }
        assertThat(moves).exists();
        var body = Json.parse(event.bytes());
        var all = Json.parse(Files.readAllBytes(moves));
        for (var instant : all.items("instants")) {
            assertThat(at(body, instant.get("pointer")).text()).as(instant.write()).isNotEmpty();
            assertThat(unit(at(body, instant.get("pointer")))).contains(instant.text("unit"));
        }
        for (var id : all.items("ids")) {
            assertThat(at(body, id).text()).as(id.write()).isNotEmpty();
        }
    }

    /** What is moved in a body that is no JSON stands there as it is written. */
    private static void assertTextMoves(EventFile event) throws IOException {
        if (Files.exists(event.beside("moves"))) {
            var all = Json.parse(Files.readAllBytes(event.beside("moves")));
            assertThat(Stream.of("instants", "ids").flatMap(list -> all.items(list).stream()))
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat(event.body()).contains(item.text("text")));
        }
    }

    /** What a number of seconds is like no number of milliseconds is; the rest is in words. */
    private static List<String> unit(Json instant) {
        var number = instant.integer();
        if (number == null) {
            return List.of("iso", "x");
        }
        return List.of(number > 100_000_000_000L ? "ms" : "s");
    }

    /**
     * What is no object has nothing to move, and bytes that are escaped in a way of their own stay.
     */
    private static boolean staysAsItIs(EventFile event) {
        try {
            return !(Json.parse(event.bytes()) instanceof JsonObject)
                    || event.name().startsWith("escaped-");
        } catch (JsonException _) {
            return true;
        }
    }

    /** Only the names of forged calls say that they are, and a call to ask has no body. */
    private static boolean isSigned(EventFile event) {
        var http = event.event().get("requestContext").get("http");
        return "POST".equals(http.text("method")) && !event.name().startsWith("forged-");
    }

    private static Json at(Json body, Json place) {
        var pointer = Objects.requireNonNull(place.text(), "a pointer");
        var found = body;
        for (var part : List.of(pointer.substring(1).split("/", -1))) {
            found =
                    found instanceof JsonArray(var items)
                            ? items.get(Integer.parseInt(part))
                            : found.get(part);
        }
        return found;
    }

    static Stream<DynamicTest> tests(List<EventFile> events, EventCheck check) {
        return events.stream()
                .map(event -> DynamicTest.dynamicTest(event.name(), () -> check.accept(event)));
    }

    @FunctionalInterface
    interface EventCheck {
        void accept(EventFile event) throws IOException;
    }
}
