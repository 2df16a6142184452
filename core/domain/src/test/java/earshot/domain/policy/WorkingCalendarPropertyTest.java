package earshot.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.domain.policy.WorkingCalendar.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class WorkingCalendarPropertyTest {
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** A night in which the clock changes, or a week like no other. */
    private static final List<Tuple2<String, String>> ODD_DAYS =
            List.of(
                    Tuple.of("Europe/Berlin", "2026-03-29"),
                    Tuple.of("Europe/Berlin", "2026-10-25"),
                    Tuple.of("Europe/Berlin", "2026-12-31"),
                    Tuple.of("Europe/Berlin", "2026-04-06"),
                    Tuple.of("America/New_York", "2026-03-08"),
                    Tuple.of("America/New_York", "2026-11-01"),
                    Tuple.of("America/Havana", "2026-11-01"),
                    Tuple.of("America/St_Johns", "2010-11-07"),
                    Tuple.of("Australia/Lord_Howe", "2026-04-05"),
                    Tuple.of("Australia/Lord_Howe", "2026-10-04"),
                    Tuple.of("Pacific/Apia", "2011-12-30"),
                    Tuple.of("UTC", "2028-02-29"));

    record Start(WorkingCalendar calendar, Instant at) {}

    @Property(tries = 600)
    void eachMinuteCountsExactlyWhenTheWallClockShowsAnOpenTime(
            @ForAll("starts") Start start, @ForAll("minutes") int minutes) {
        var calendar = start.calendar();
        var end = start.at().plus(Duration.ofMinutes(minutes));
        var expected = Duration.ofMinutes(openMinutes(calendar, start.at(), end));

        assertThat(calendar.between(start.at(), end)).isEqualTo(expected);
        if (expected.isPositive()) {
            assertThat(calendar.add(start.at(), expected))
                    .isEqualTo(endOfTheLastOpenMinute(calendar, start.at(), end));
        }
    }

    @Property
    void whatWasAddedLiesBetween(@ForAll("starts") Start start, @ForAll("works") Duration work) {
        var end = start.calendar().add(start.at(), work);

        assertThat(start.calendar().between(start.at(), end)).isEqualTo(work);
        assertThat(end).isAfterOrEqualTo(start.at().plus(work));
    }

    @Property
    void nothingLessIsEnough(@ForAll("starts") Start start, @ForAll("works") Duration work) {
        var end = start.calendar().add(start.at(), work);

        assertThat(work.isZero() ? work : start.calendar().between(start.at(), end.minusMillis(1)))
                .isEqualTo(work.isZero() ? work : work.minusMillis(1));
    }

    @Property
    void twoPartsAreAsGoodAsTheWhole(
            @ForAll("starts") Start start,
            @ForAll("works") Duration a,
            @ForAll("works") Duration b) {
        var calendar = start.calendar();

        assertThat(calendar.add(calendar.add(start.at(), a), b))
                .isEqualTo(calendar.add(start.at(), a.plus(b)));
    }

    @Property
    void whoBeginsLaterOrDoesMoreIsNotDoneEarlier(
            @ForAll("starts") Start start,
            @ForAll("minutes") int later,
            @ForAll("works") Duration work,
            @ForAll("works") Duration more) {
        var calendar = start.calendar();
        var end = calendar.add(start.at(), work);

        assertThat(calendar.add(start.at().plusSeconds(60L * later), work)).isAfterOrEqualTo(end);
        assertThat(calendar.add(start.at(), work.plus(more))).isAfterOrEqualTo(end);
    }

    private static long openMinutes(WorkingCalendar calendar, Instant from, Instant to) {
        long open = 0;
        for (var at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            open += isOpen(calendar, at) ? 1 : 0;
        }
        return open;
    }

    private static Instant endOfTheLastOpenMinute(
            WorkingCalendar calendar, Instant from, Instant to) {
        var at = to;
        while (at.isAfter(from) && !isOpen(calendar, at.minusSeconds(60))) {
            at = at.minusSeconds(60);
        }
        return at;
    }

    /** Slow and plain on purpose: what the clock on the wall says in this minute. */
    private static boolean isOpen(WorkingCalendar calendar, Instant minute) {
        var wall = minute.atZone(calendar.zone()).toLocalDateTime();
        var time = wall.toLocalTime();
        for (var today : periods(calendar, wall.toLocalDate())) {
            boolean overMidnight = !today.to().isAfter(today.from());
            if (!time.isBefore(today.from()) && (overMidnight || time.isBefore(today.to()))) {
                return true;
            }
        }
        return periods(calendar, wall.toLocalDate().minusDays(1)).stream()
                .anyMatch(late -> !late.to().isAfter(late.from()) && time.isBefore(late.to()));
    }

    private static List<Period> periods(WorkingCalendar calendar, LocalDate date) {
        var usual = calendar.week().getOrDefault(date.getDayOfWeek(), List.of());
        return calendar.exceptions().getOrDefault(date, usual);
    }

    @Provide
    Arbitrary<Start> starts() {
        var offsets = Arbitraries.integers().between(-3 * MINUTES_OF_A_DAY, 2 * MINUTES_OF_A_DAY);
        return Arbitraries.of(ODD_DAYS)
                .flatMap(
                        odd ->
                                Combinators.combine(calendars(odd), offsets)
                                        .as((calendar, minutes) -> start(calendar, odd, minutes)));
    }

    private static Start start(WorkingCalendar calendar, Tuple2<String, String> odd, int minutes) {
        var day = LocalDate.parse(odd.get2()).atStartOfDay(calendar.zone()).toInstant();
        return new Start(calendar, day.plusSeconds(60L * minutes));
    }

    private static Arbitrary<WorkingCalendar> calendars(Tuple2<String, String> odd) {
        var days = Arbitraries.of(DayOfWeek.class);
        var week = Arbitraries.maps(days, periods().filter(day -> !day.isEmpty())).ofMinSize(1);
        var dates =
                Arbitraries.integers().between(-7, 7).map(LocalDate.parse(odd.get2())::plusDays);
        var closed = Arbitraries.just(List.<Period>of());
        var exceptions =
                Arbitraries.maps(dates, Arbitraries.oneOf(closed, periods())).ofMaxSize(15);
        return Combinators.combine(week, exceptions)
                .as((w, e) -> new WorkingCalendar("any", ZoneId.of(odd.get1()), w, e));
    }

    private static Arbitrary<List<Period>> periods() {
        var quarters = Arbitraries.integers().between(0, 95);
        var time = quarters.map(q -> LocalTime.of(q / 4, q % 4 * 15));
        var any = Combinators.combine(time, time).as(Period::new);
        return Arbitraries.frequencyOf(Tuple.of(5, any), Tuple.of(2, Arbitraries.of(KNOWN)))
                .list()
                .ofMaxSize(3);
    }

    private static final List<Period> KNOWN =
            List.of(
                    Period.WHOLE_DAY,
                    new Period(LocalTime.of(21, 0), LocalTime.of(2, 0)),
                    new Period(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                    new Period(LocalTime.of(23, 0), LocalTime.MIDNIGHT));

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 6 * MINUTES_OF_A_DAY);
    }

    @Provide
    Arbitrary<Duration> works() {
        return Arbitraries.longs()
                .between(0, Duration.ofHours(80).toMillis())
                .map(Duration::ofMillis);
    }
}
