package earshot.domain.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When we work. The calendar is open exactly while a clock on the wall of its zone shows a time
 * within a period; working time is the real time that passes meanwhile. So an hour that the clock
 * skips in spring is nobody's working hour, and one that it shows twice in autumn counts twice.
 *
 * @param week the periods that begin on a day of the week; a day that is absent is closed
 * @param exceptions the periods that begin on a date instead of those of its day of the week: none
 *     for a holiday, fewer for a half day. A period over midnight belongs to the date on which it
 *     begins and runs to its end whatever the next date is
 */
public record WorkingCalendar(
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<Period>> week,
        Map<LocalDate, List<Period>> exceptions) {

    /**
     * Working hours within a day, or over midnight when {@code to} is not after {@code from}.
     * Midnight to midnight is the whole day.
     */
    public record Period(LocalTime from, LocalTime to) {
        public static final Period WHOLE_DAY = new Period(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        LocalDateTime begin(LocalDate date) {
            return date.atTime(from);
        }

        LocalDateTime end(LocalDate date) {
            return (to.isAfter(from) ? date : date.plusDays(1)).atTime(to);
        }
    }

    /** Open time without a gap, on the real time line. */
    private record Span(Instant from, Instant to) {}

    public WorkingCalendar {
        var days = new EnumMap<DayOfWeek, List<Period>>(DayOfWeek.class);
        week.forEach((day, periods) -> days.put(day, sorted(periods)));
        week = Collections.unmodifiableMap(days);
        exceptions =
                exceptions.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, dated -> sorted(dated.getValue())));
    }

    /** Open around the clock, every day. */
    public static WorkingCalendar always() {
        var week =
                Arrays.stream(DayOfWeek.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), _ -> List.of(Period.WHOLE_DAY)));
        return new WorkingCalendar("always", ZoneOffset.UTC, week, Map.of());
    }

    /**
     * Whether it opens again and again. Dates come to an end, the week does not: a calendar that
     * opens on some dates only is closed for ever after the last of them.
     */
    public boolean everOpen() {
        return week.values().stream().anyMatch(periods -> !periods.isEmpty());
    }

    /**
     * The earliest instant by which so much working time has passed since {@code start}: {@code
     * start} itself for none, the end of a period when it is just enough.
     *
     * @throws IllegalArgumentException when {@code working} is negative
     * @throws IllegalStateException when the calendar never opens
     */
    public Instant add(Instant start, Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("Working time is not negative: " + working);
        }
        if (alwaysOpen()) {
            return start.plus(working);
        }
        var at = start;
        var left = working;
        while (left.isPositive()) {
            var open = openFrom(at);
            var length = Duration.between(open.from, open.to);
            if (left.compareTo(length) <= 0) {
                return open.from.plus(left);
            }
            left = left.minus(length);
            at = open.to;
        }
        return at;
    }

    /**
     * The working time from one instant to a later one; none when it is not later.
     *
     * @throws IllegalStateException when the calendar never opens
     */
    public Duration between(Instant from, Instant to) {
        if (alwaysOpen()) {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }
        var total = Duration.ZERO;
        var at = from;
        while (at.isBefore(to)) {
            var open = openFrom(at);
            if (open.from.isBefore(to)) {
                total = total.plus(Duration.between(open.from, earlier(open.to, to)));
            }
            at = open.to;
        }
        return total;
    }

    private boolean alwaysOpen() {
        return exceptions.isEmpty()
                && week.size() == DayOfWeek.values().length
                && week.values().stream().allMatch(day -> day.contains(Period.WHOLE_DAY));
    }

    /**
     * The first open time at or after an instant. Between two changes of its offset the zone's wall
     * clock runs like any other, so each such stretch is searched on the wall.
     */
    private Span openFrom(Instant at) {
        if (!everOpen()) {
            throw new IllegalStateException("The calendar " + name + " never opens");
        }
        var rules = zone.getRules();
        while (true) {
            var offset = rules.getOffset(at);
            var change = rules.nextTransition(at);
            var until = change == null ? LocalDateTime.MAX : change.getDateTimeBefore();
            var open = openOnWall(LocalDateTime.ofInstant(at, offset), until, offset);
            if (open != null) {
                return open;
            }
            at = until.toInstant(offset);
        }
    }

    /** As {@link #openFrom}, while the offset holds; null when it stays closed until then. */
    private @Nullable Span openOnWall(LocalDateTime at, LocalDateTime until, ZoneOffset offset) {
        // A period that began the evening before may still run.
        var date = at.toLocalDate().minusDays(1);
        for (; date.atStartOfDay().isBefore(until); date = date.plusDays(1)) {
            for (var period : periodsOf(date)) {
                var begin = later(period.begin(date), at);
                var end = earlier(period.end(date), until);
                if (begin.isBefore(end)) {
                    return new Span(begin.toInstant(offset), end.toInstant(offset));
                }
            }
        }
        return null;
    }

    private List<Period> periodsOf(LocalDate date) {
        var dated = exceptions.get(date);
        return dated != null ? dated : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private static List<Period> sorted(List<Period> periods) {
        return periods.stream().sorted(Comparator.comparing(Period::from)).toList();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }
}
