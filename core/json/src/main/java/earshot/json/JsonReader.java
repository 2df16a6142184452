package earshot.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the tree from the parser's tokens. */
final class JsonReader {
    static final int DEEPEST = 64;

    /** No interned or shared names: they are the sender's, and there may be no end of them. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNumberLength(JsonNumber.LONGEST)
                                    .build())
                    .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static Json read(String text) {
        try (var parser = FACTORY.createParser(text.toCharArray())) {
            return new JsonReader(parser).whole();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            // Its message quotes the body: it goes no further.
            var place = e.getLocation();
            throw new JsonException("Not JSON", place == null ? -1 : place.getCharOffset());
        } catch (IOException e) {
            throw new IllegalStateException("Characters in memory cannot fail", e);
        }
    }

    private Json whole() throws IOException {
        var first = parser.nextToken();
        if (first == null) {
            throw fault("Nothing to read");
        }
        var value = value(first);
        if (parser.nextToken() != null) {
            throw fault("More than one JSON text");
        }
        return value;
    }

    private Json value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonString(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw fault("Not JSON");
        };
    }

    private Json object() throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        for (var token = next(); token != JsonToken.END_OBJECT; token = next()) {
            var name = parser.currentName();
            if (members.put(name, value(next())) != null) {
                throw fault("A member name comes twice");
            }
        }
        return new JsonObject(members);
    }

    private Json array() throws IOException {
        List<Json> items = new ArrayList<>();
        for (var token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(value(token));
        }
        return new JsonArray(items);
    }

    private Json number() throws IOException {
        try {
            return new JsonNumber(parser.getText());
        } catch (IllegalArgumentException e) {
            throw fault("A number of more than 64 digits");
        }
    }

    private JsonToken next() throws IOException {
        var token = parser.nextToken();
        if (token == null) {
            throw fault("Ends too early");
        }
        return token;
    }

    private JsonException fault(String reason) {
        return new JsonException(reason, parser.currentLocation().getCharOffset());
    }
}
