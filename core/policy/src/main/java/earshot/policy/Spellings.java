package earshot.policy;

import earshot.domain.WireWord;
import earshot.domain.post.Network;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How single values of a policy are written. */
final class Spellings {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5}) ?(s|min|h|d)");
    private static final int LONGEST_LABEL = 200;

    private Spellings() {}

    static String text(String text) {
        if (text.isBlank() || text.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException(
                    "is a text of 1 to " + LONGEST_LABEL + " characters");
        }
        return text;
    }

    /** A name that others refer to, and that is part of keys. */
    static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s is not a name; use 1 to 64 letters, digits and . _ @ + -".formatted(text));
        }
        return text;
    }

    static Network network(String text) {
        try {
            return new Network(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    text + " is not a network; write its name in small letters, as facebook", e);
        }
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    text + " is not a time zone; write it as Europe/Berlin or UTC", e);
        }
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text + " is not a date; write it as 2026-12-25", e);
        }
    }

    /** Plain elapsed time. */
    static Duration duration(String text) {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    text + " is not a duration; write it as 30 s, 15 min, 4 h or 2 d");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** Working time, of which nobody knows how much a day has. */
    static Duration working(String text) {
        var duration = duration(text);
        if (text.endsWith("d")) {
            throw new IllegalArgumentException(
                    "This is working time, and a working day has no fixed length;"
                            + " write it in s, min or h");
        }
        return duration;
    }

    static BigDecimal fraction(String text) {
        try {
            var fraction = new BigDecimal(text);
            if (fraction.signum() >= 0 && fraction.compareTo(BigDecimal.ONE) <= 0) {
                return fraction;
            }
        } catch (NumberFormatException e) {
            // Said below: of both there is one thing to write instead.
        }
        throw new IllegalArgumentException(
                text + " is not a fraction of the best rating; 2 stars of 5 are 0.4");
    }

    static Spelling<Integer> integer(int from, int to) {
        return text -> {
            if (text.matches("-?[0-9]{1,6}")) {
                int number = Integer.parseInt(text);
                if (number >= from && number <= to) {
                    return number;
                }
            }
            throw new IllegalArgumentException(
                    "%s is not a whole number from %d to %d".formatted(text, from, to));
        };
    }

    /** A word of one of the domain's enums. */
    static <E extends Enum<E> & WireWord> Spelling<E> word(Class<E> type) {
        return text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.word().equals(text)) {
                    return constant;
                }
            }
            var words = Arrays.stream(type.getEnumConstants()).map(WireWord::word);
            throw new IllegalArgumentException(
                    "%s is none of %s".formatted(text, words.collect(Collectors.joining(", "))));
        };
    }

    /** Something that the file describes elsewhere, by its name. */
    static <T> Spelling<T> named(String kind, Map<String, T> described) {
        var name = oneOf(kind, described.keySet());
        return text -> Objects.requireNonNull(described.get(name.read(text)));
    }

    /**
     * The name of something that the file describes elsewhere.
     *
     * @param kind what it is, such as {@code team}
     */
    static Spelling<String> oneOf(String kind, Set<String> names) {
        return text -> {
            if (!names.contains(text)) {
                throw new IllegalArgumentException(
                        names.isEmpty()
                                ? "No %s is described in this file".formatted(kind)
                                : "No %s is called %s; there are %s"
                                        .formatted(
                                                kind,
                                                text,
                                                String.join(", ", new TreeSet<>(names))));
            }
            return text;
        };
    }
}
