package earshot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.json.Json;
import earshot.json.JsonException;
import earshot.json.JsonObject;
import earshot.recordings.EventSigner;
import earshot.recordings.Freshening;
import earshot.recordings.Instants;
import earshot.recordings.NewIds;
import earshot.webhook.Connector;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The event files are what the network and a gateway would send, and each instant and each id in
 * them is either made new before it is sent or said to stay.
 */
abstract class EventFilesContract {
    /** What is near to when the file was received may be an instant, and is no id. */
    private static final Duration NEAR = Duration.ofDays(400);

    /** The member of an event file that lists ids that stay, beside those that are made new. */
    private static final String FIXED = "fixed";

    private final String function;
    private final Connector connector;
    private final EventSigner signer = new EventSigner(Home.developmentSecrets());

    EventFilesContract(String function, Connector connector) {
        this.function = function;
        this.connector = connector;
    }

    final List<EventFile> events() throws IOException {
        var events = EventFile.of(function);
        assertThat(events).as("events/" + function).isNotEmpty();
        if (EventFile.isWriting()) {
            for (var event : events) {
                if (isSigned(event)) {
                    signed(event).write();
                }
            }
        }
        return EventFile.of(function);
    }

    private EventFile signed(EventFile event) {
        return event.with(signer.sign(connector.signature(), event.call()).orThrow());
    }

    @TestFactory
    Stream<DynamicTest> everyEventIsSignedWithTheDevelopmentSecret() throws IOException {
        return tests(
                events().stream().filter(EventFilesContract::isSigned).toList(),
                event -> assertThat(event).isEqualTo(signed(event)));
    }

    @TestFactory
    Stream<DynamicTest> everyEventIsAGatewaysCallOfTheFunctionsRoute() throws IOException {
        return tests(
                events(),
                event -> {
                    var http = event.event().get("requestContext").get("http");
                    var path = event.event().text("rawPath");
                    assertThat(event.event().text("version")).isEqualTo("2.0");
                    assertThat(path)
                            .isEqualTo("/webhooks/" + function)
                            .isEqualTo(http.text("path"));
                    assertThat(event.event().text("routeKey"))
                            .isEqualTo(http.text("method") + " " + path);
                });
    }

    @TestFactory
    Stream<DynamicTest> everyInstantIsMadeNewOrSaidToStay() throws IOException {
        var instants = Instants.of(EventFile.folder(function));
        return tests(
                made(),
                event -> {
                    var around = event.receivedAt();
                    assertThat(instants.unsaid(Json.parse(event.bytes())))
                            .as("instants that events/%s/%s omits", function, Instants.FILE)
                            .filteredOn(
                                    instant ->
                                            Duration.between(instant, around).abs().compareTo(NEAR)
                                                    < 0)
                            .isEmpty();
                });
    }

    @Test
    void everyPlaceOfAnInstantIsInSomeEvent() throws IOException {
        var bodies = new ArrayList<Json>();
        for (var event : made()) {
            bodies.add(Json.parse(event.bytes()));
        }
        var instants = Instants.of(EventFile.folder(function));
        assertThat(Stream.of(instants.moved(), instants.fixed()).flatMap(List::stream))
                .allSatisfy(
                        places ->
                                assertThat(bodies)
                                        .as(String.join("/", places.tokens()))
                                        .anyMatch(body -> !places.find(body).isEmpty()));
    }

    /**
     * Those with a body that is an object, but for bytes that are escaped in a way of their own.
     */
    private List<EventFile> made() throws IOException {
        var objects = events().stream().filter(EventFilesContract::isObject).toList();
        assertThat(objects)
                .allSatisfy(
                        event ->
                                assertThat(event.event().has(Freshening.NEW))
                                        .as("%s lists its new ids", event.name())
                                        .isNotEqualTo(event.name().startsWith("escaped-")));
        return objects.stream().filter(event -> event.event().has(Freshening.NEW)).toList();
    }

    private static boolean isObject(EventFile event) {
        try {
            return Json.parse(event.bytes()) instanceof JsonObject;
        } catch (JsonException _) {
            return false;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyIdOfAPostIsMadeNewOrSaidToStay() throws IOException {
        return tests(
                events().stream().filter(event -> event.event().has(Freshening.NEW)).toList(),
                EventFilesContract::assertIds);
    }

    private static void assertIds(EventFile event) throws IOException {
        var fresh = texts(event.event(), Freshening.NEW);
        assertThat(fresh).allSatisfy(id -> assertThat(event.body()).contains(id));
        var said = new HashSet<>(fresh);
        said.addAll(texts(event.event(), FIXED));
        assertThat(event.expected().items("posts"))
                .filteredOn(post -> "published".equals(post.text("type")))
                .extracting(post -> String.valueOf(post.text("id")))
                .as("posts with an id that is neither new nor fixed")
                .allMatch(
                        id ->
                                said.contains(id)
                                        || NewIds.parts(id).stream().anyMatch(said::contains));
    }

    private static List<String> texts(Json event, String name) {
        return event.items(name).stream().map(id -> String.valueOf(id.text())).toList();
    }

    /** Only the names of forged calls say that they are, and a call to ask has no body. */
    private static boolean isSigned(EventFile event) {
        return "POST".equals(event.call().method()) && !event.name().startsWith("forged-");
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
