package earshot.policy;

import earshot.domain.policy.WorkingCalendar;
import earshot.domain.policy.WorkingCalendar.Period;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads one entry of {@code calendars}. */
final class CalendarReader {
    private CalendarReader() {}

    static WorkingCalendar read(String name, Section section, ZoneId usualZone) {
        var zone = section.optional("zone", Spellings::zone);
        var week = week(section);
        var exceptions = section.table("exceptions", Spellings::date, Hours::of);
        var calendar = new WorkingCalendar(name, zone == null ? usualZone : zone, week, exceptions);
        if (!calendar.everOpen()) {
            section.fault(
                    section.place("week"),
                    "never opens, so that nothing would ever be due; open it on a day of the week");
        }
        section.done();
        return calendar;
    }

    private static Map<DayOfWeek, List<Period>> week(Section section) {
        var week = new EnumMap<DayOfWeek, List<Period>>(DayOfWeek.class);
        section.table("week", Hours::days, Hours::of)
                .forEach(
                        (days, periods) -> {
                            for (var day : days) {
                                if (week.put(day, periods) != null) {
                                    section.fault(
                                            section.place("week"),
                                            day + " has hours twice; name each day once");
                                }
                            }
                        });
        return week;
    }
}
