package earshot.domain.policy;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.domain.policy.WorkingCalendar.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private static final String BERLIN = "Europe/Berlin";
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private final WorkingCalendar office = on(BERLIN, WEEKDAYS, hours(9, 17));

    @Test
    void workBeginsInTheMorningForWhatCameAtNight() {
        assertThat(office.add(berlin("2026-03-02T03:00"), ofHours(1)))
                .isEqualTo(berlin("2026-03-02T10:00"));
    }

    @Test
    void whatTheEveningLeavesIsDoneInTheMorning() {
        assertThat(office.add(berlin("2026-03-02T16:30"), ofHours(1)))
                .isEqualTo(berlin("2026-03-03T09:30"));
    }

    @Test
    void justEnoughTimeEndsWithThePeriodAndNotWithTheNextMorning() {
        assertThat(office.add(berlin("2026-03-02T16:00"), ofHours(1)))
                .isEqualTo(berlin("2026-03-02T17:00"));
    }

    @Test
    void noWorkIsDoneAtOnceEvenWhileClosed() {
        assertThat(office.add(berlin("2026-03-01T12:00"), Duration.ZERO))
                .isEqualTo(berlin("2026-03-01T12:00"));
    }

    @Test
    void millisecondsAreKept() {
        var start = berlin("2026-03-02T16:59").plusMillis(999);

        var end = office.add(start, ofHours(2).plusMillis(7));

        assertThat(end).isEqualTo(berlin("2026-03-03T10:59").plusMillis(1006));
        assertThat(office.between(start, end)).isEqualTo(ofHours(2).plusMillis(7));
    }

    @Test
    void theWeekendIsSkipped() {
        assertThat(office.add(berlin("2026-03-06T16:00"), ofHours(2)))
                .isEqualTo(berlin("2026-03-09T10:00"));
    }

    @Test
    void aHolidayMondayIsSkippedWithTheWeekend() {
        var easter = except(office, Map.of("2026-04-03", List.of(), "2026-04-06", List.of()));

        assertThat(easter.add(berlin("2026-04-02T16:00"), ofHours(2)))
                .isEqualTo(berlin("2026-04-07T10:00"));
    }

    @Test
    void aHalfDayEndsAtNoonAndAnExtraSundayCounts() {
        var december =
                except(
                        office,
                        Map.of(
                                "2026-12-20", List.of(hours(12, 14)),
                                "2026-12-24", List.of(hours(9, 12))));

        assertThat(december.between(berlin("2026-12-20T00:00"), berlin("2026-12-21T00:00")))
                .isEqualTo(ofHours(2));
        assertThat(december.add(berlin("2026-12-24T11:00"), ofHours(2)))
                .isEqualTo(berlin("2026-12-25T10:00"));
    }

    @Test
    void splitShiftsLeaveTheLunchOut() {
        var shop = on(BERLIN, WEEKDAYS, hours(14, 18), hours(9, 12));

        assertThat(shop.add(berlin("2026-03-02T11:00"), ofHours(2)))
                .isEqualTo(berlin("2026-03-02T15:00"));
    }

    @Test
    void aNightShiftRunsOverMidnightIntoADayThatIsClosed() {
        var night = on(BERLIN, Set.of(FRIDAY), hours(21, 2));

        assertThat(night.add(berlin("2026-03-07T01:30"), ofHours(1)))
                .isEqualTo(berlin("2026-03-13T21:30"));
        assertThat(night.between(berlin("2026-03-06T00:00"), berlin("2026-03-08T00:00")))
                .isEqualTo(ofHours(5));
    }

    @Test
    void aHolidayTakesTheShiftsThatBeginOnItAndLeavesTheOneThatBeganBefore() {
        var night = except(on(BERLIN, EVERY_DAY, hours(21, 2)), Map.of("2026-12-25", List.of()));

        assertThat(night.between(berlin("2026-12-24T12:00"), berlin("2026-12-25T12:00")))
                .isEqualTo(ofHours(5));
        assertThat(night.between(berlin("2026-12-25T12:00"), berlin("2026-12-26T12:00"))).isZero();
    }

    @Test
    void periodsThatOverlapCountOnce() {
        var calendar = on(BERLIN, EVERY_DAY, hours(20, 4), hours(22, 2), hours(0, 6));

        assertThat(calendar.between(berlin("2026-03-02T00:00"), berlin("2026-03-03T00:00")))
                .isEqualTo(ofHours(10));
    }

    @Test
    void theYearEndsWithoutANotice() {
        var closed = except(office, Map.of("2026-12-31", List.of(), "2027-01-01", List.of()));

        assertThat(closed.add(berlin("2026-12-30T16:00"), ofHours(2)))
                .isEqualTo(berlin("2027-01-04T10:00"));
    }

    @Test
    void aYearOfHolidaysIsWaitedOut() {
        var closed =
                LocalDate.parse("2026-01-01")
                        .datesUntil(LocalDate.parse("2027-07-01"))
                        .collect(Collectors.toMap(Object::toString, _ -> List.<Period>of()));

        assertThat(except(office, closed).add(berlin("2026-01-01T00:00"), ofHours(1)))
                .isEqualTo(berlin("2027-07-01T10:00"));
    }

    @Test
    void anHourThatTheSpringSkipsIsNobodysWorkingHour() {
        var night = on(BERLIN, Set.of(SATURDAY), hours(22, 6));

        assertThat(night.between(berlin("2026-03-28T22:00"), berlin("2026-03-29T06:00")))
                .isEqualTo(ofHours(7));
        assertThat(night.add(berlin("2026-03-29T01:30"), ofHours(1)))
                .isEqualTo(berlin("2026-03-29T03:30"));
    }

    @Test
    void aShiftWithinTheSkippedHourIsDroppedAndOneThatReachesOutIsCut() {
        var half = new Period(LocalTime.of(2, 0), LocalTime.of(2, 30));
        var out = new Period(LocalTime.of(2, 30), LocalTime.of(4, 0));
        var day = Map.of("2026-03-29", List.of(half));
        var other = Map.of("2026-03-29", List.of(out));

        assertThat(of(except(office, day), "2026-03-29")).isZero();
        assertThat(of(except(office, other), "2026-03-29")).isEqualTo(ofHours(1));
    }

    @Test
    void anHourThatTheAutumnShowsTwiceCountsTwice() {
        var night = on(BERLIN, Set.of(SATURDAY), hours(22, 6));
        var within = Map.of("2026-10-25", List.of(hours(2, 3)));
        var half = new Period(LocalTime.of(1, 0), LocalTime.of(2, 30));

        assertThat(night.between(berlin("2026-10-24T22:00"), berlin("2026-10-25T06:00")))
                .isEqualTo(ofHours(9));
        assertThat(of(except(office, within), "2026-10-25")).isEqualTo(ofHours(2));
        assertThat(of(except(office, Map.of("2026-10-25", List.of(half))), "2026-10-25"))
                .as("1:00 to 2:30, and again when the clock goes back to 2:00")
                .isEqualTo(ofHours(2));
    }

    @Test
    void lordHoweShiftsByHalfAnHour() {
        var night = on("Australia/Lord_Howe", EVERY_DAY, hours(0, 8));

        assertThat(of(night, "2026-10-04")).isEqualTo(ofMinutes(450));
        assertThat(of(night, "2026-04-05")).isEqualTo(ofMinutes(510));
    }

    @Test
    void aDayThatAZoneLeavesOutHasNoWorkingTime() {
        var samoa = on("Pacific/Apia", EVERY_DAY, hours(9, 17));
        var thursday = at("2011-12-29T16:00", "Pacific/Apia");

        assertThat(samoa.add(thursday, ofHours(2)))
                .isEqualTo(at("2011-12-31T10:00", "Pacific/Apia"));
    }

    @Test
    void aroundTheClockIsPlainTimeHoweverLong() {
        var start = berlin("2026-03-28T22:00");
        var always = WorkingCalendar.always();

        assertThat(always.add(start, Duration.ofDays(1_000_000).plus(ofMillis(1))))
                .isEqualTo(start.plus(Duration.ofDays(1_000_000)).plusMillis(1));
        assertThat(always.between(start, start.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void nothingPassesBackwards() {
        assertThat(office.between(berlin("2026-03-03T10:00"), berlin("2026-03-02T10:00"))).isZero();
        assertThat(WorkingCalendar.always().between(Instant.MAX, Instant.MIN)).isZero();
        assertThatThrownBy(() -> office.add(berlin("2026-03-02T10:00"), ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCalendarThatOpensOnDatesOnlyIsNotEverOpen() {
        var dates =
                new WorkingCalendar(
                        "fair",
                        ZoneId.of(BERLIN),
                        Map.of(TUESDAY, List.of()),
                        Map.of(LocalDate.parse("2026-03-02"), List.of(hours(9, 17))));

        assertThat(dates.everOpen()).isFalse();
        assertThat(office.everOpen()).isTrue();
        assertThatThrownBy(() -> dates.add(berlin("2026-03-02T10:00"), ofHours(1)))
                .hasMessageContaining("fair");
    }

    @Test
    void aDayAWeekIsEnough() {
        var rare = on(BERLIN, Set.of(WEDNESDAY), hours(9, 10));

        assertThat(rare.add(berlin("2026-03-02T10:00"), ofHours(52)))
                .isEqualTo(berlin("2027-02-24T10:00"));
        assertThat(on(BERLIN, Set.of(SUNDAY, THURSDAY), hours(9, 10)).everOpen()).isTrue();
    }

    static WorkingCalendar on(String zone, Set<DayOfWeek> days, Period... periods) {
        var week =
                days.stream().collect(Collectors.toMap(Function.identity(), _ -> List.of(periods)));
        return new WorkingCalendar("test", ZoneId.of(zone), week, Map.of());
    }

    private static WorkingCalendar except(
            WorkingCalendar calendar, Map<String, List<Period>> dates) {
        var exceptions =
                dates.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        dated -> LocalDate.parse(dated.getKey()),
                                        Map.Entry::getValue));
        return new WorkingCalendar("test", calendar.zone(), calendar.week(), exceptions);
    }

    /** The working time of a date. */
    private static Duration of(WorkingCalendar calendar, String date) {
        var day = LocalDate.parse(date);
        return calendar.between(
                day.atStartOfDay(calendar.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }

    /** Hour 24 is midnight. */
    static Period hours(int from, int to) {
        return new Period(LocalTime.of(from % 24, 0), LocalTime.of(to % 24, 0));
    }

    private static Instant berlin(String local) {
        return at(local, BERLIN);
    }

    private static Instant at(String local, String zone) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    }
}
