package earshot.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value, and the questions that a reader of foreign JSON asks. None of them throws: what is
 * not there, or of another type than asked for, is absent.
 */
public sealed interface Json
        permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull, JsonAbsent {

    /**
     * Reads exactly one JSON text.
     *
     * @param utf8 UTF-8 without a byte order mark; nothing but white space around the text
     * @throws JsonException for anything else, for a repeated member name, for nesting deeper than
     *     64, and for a number that {@link JsonNumber} does not take. It tells the place and never
     *     the content, so that it may be logged
     */
    static Json parse(byte[] utf8) {
        return JsonReader.read(StrictUtf8.decode(utf8));
    }

    /**
     * Reads exactly one JSON text that is already decoded.
     *
     * @throws JsonException as {@link #parse(byte[])}
     */
    static Json parse(String text) {
        return JsonReader.read(text);
    }

    /** An object to be filled member by member. */
    static JsonMembers object() {
        return new JsonMembers();
    }

    static Json of(String text) {
        return new JsonString(text);
    }

    static Json of(long number) {
        return new JsonNumber(Long.toString(number));
    }

    static Json of(boolean value) {
        return value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    /** The member of that name; {@link JsonAbsent} where there is none, or this is no object. */
    default Json get(String name) {
        return JsonAbsent.ABSENT;
    }

    /** Whether there is a member of that name, be it null. */
    default boolean has(String name) {
        return get(name) != JsonAbsent.ABSENT;
    }

    /** The elements of an array; none where this is no array. */
    default List<Json> items() {
        return List.of();
    }

    /**
     * A string's value, or the exact digits of an integer: networks write the same id now as the
     * one, now as the other. Null for everything else.
     */
    default @Nullable String text() {
        return null;
    }

    /** An integer that fits, written as a number or as a string of digits; else null. */
    default @Nullable Long integer() {
        return null;
    }

    /** The value of true or false; null for everything else. */
    default @Nullable Boolean flag() {
        return null;
    }

    /** The {@link #text()} of a member. */
    default @Nullable String text(String name) {
        return get(name).text();
    }

    /** The {@link #integer()} of a member. */
    default @Nullable Long integer(String name) {
        return get(name).integer();
    }

    /** The {@link #flag()} of a member. */
    default @Nullable Boolean flag(String name) {
        return get(name).flag();
    }

    /** The {@link #items()} of a member. */
    default List<Json> items(String name) {
        return get(name).items();
    }

    /**
     * This value as compact JSON in printable ASCII: everything else is written {@code \}{@code
     * uXXXX}, so that queues which refuse some characters take it and a lone surrogate survives.
     */
    default String write() {
        var out = new StringBuilder(256);
        JsonWriter.write(this, out);
        return out.toString();
    }
}
