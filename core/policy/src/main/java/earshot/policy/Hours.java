package earshot.policy;

import earshot.domain.policy.WorkingCalendar.Period;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How opening hours and days of the week are written. */
final class Hours {
    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern PERIOD =
            Pattern.compile(
                    "([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");

    private Hours() {}

    /** Such as {@code closed}, {@code 09:00-13:00, 14:00-18:00}, {@code 21:00-02:00}. */
    static List<Period> of(String text) {
        if (text.equals("closed")) {
            return List.of();
        }
        var periods = new ArrayList<Period>();
        for (var part : text.split(",", -1)) {
            var period = period(part.strip(), text);
            if (!periods.isEmpty() && !follows(periods.getLast(), period)) {
                throw new IllegalArgumentException(
                        part.strip() + " begins before the hours written before it have ended");
            }
            periods.add(period);
        }
        return periods;
    }

    /** Such as {@code sat} or {@code mon-fri}; over the end of the week as {@code sat-mon}. */
    static List<DayOfWeek> days(String text) {
        var ends = text.split("-", -1);
        int from = DAYS.indexOf(ends[0]);
        int to = DAYS.indexOf(ends[ends.length - 1]);
        if (ends.length > 2 || from < 0 || to < 0) {
            throw new IllegalArgumentException(
                    text + " is not a day; write mon, tue, wed, thu, fri, sat, sun, or mon-fri");
        }
        var days = new ArrayList<DayOfWeek>();
        for (int day = from; day != to; day = (day + 1) % 7) {
            days.add(DayOfWeek.of(day + 1));
        }
        days.add(DayOfWeek.of(to + 1));
        return days;
    }

    private static Period period(String part, String text) {
        var matcher = PERIOD.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    text
                            + " are not hours; write closed, 09:00-17:00, or 09:00-13:00, 14:00-18:00");
        }
        var from = time(matcher.group(1), matcher.group(2));
        var midnight = matcher.group(3) == null;
        var to = midnight ? LocalTime.MIDNIGHT : time(matcher.group(3), matcher.group(4));
        if (!midnight && from.equals(to)) {
            throw new IllegalArgumentException(
                    part + " has no length; the whole day is 00:00-24:00");
        }
        return new Period(from, to);
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    private static boolean follows(Period before, Period period) {
        boolean endsThatDay = before.to().isAfter(before.from());
        return endsThatDay && !period.from().isBefore(before.to());
    }
}
