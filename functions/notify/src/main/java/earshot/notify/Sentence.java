package earshot.notify;

import earshot.domain.cases.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Says a notice in a sentence that a person understands.
 *
 * @param zone in which the recipient is told the time
 * @param now from which time left and over are counted
 */
record Sentence(ZoneId zone, Instant now) {
    /** A post that reached us later than this was late, and whoever is told of it should know. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM 'at' HH:mm z", Locale.ENGLISH);

    static boolean isCorrection(Notice notice) {
        return notice.step().equals(Notice.CORRECTED);
    }

    static boolean isLate(Notice notice) {
        return notice.why().lag().compareTo(LATE) > 0;
    }

    String of(Notice notice) {
        var why = notice.why();
        var customer = Objects.requireNonNullElse(why.customer(), "A customer");
        var due = moment(why.dueAt());
        if (isCorrection(notice)) {
            return "%s was answered in time on %s after all: forget the reminder of %s."
                    .formatted(customer, why.network(), due);
        }
        return "%s waits on %s for %s, %s%s%s"
                .formatted(
                        customer,
                        why.network(),
                        answer(notice),
                        due(why.dueAt()),
                        isLate(notice) ? ", and the post came " + spoken(why.lag()) + " late" : "",
                        why.excerpt() == null ? "." : ": \"" + why.excerpt() + "\"");
    }

    /**
     * @param notices oldest due first
     */
    String of(List<Notice> notices) {
        var reminders = notices.stream().filter(notice -> !isCorrection(notice)).toList();
        long over = reminders.stream().filter(n -> !n.why().dueAt().isAfter(now)).count();
        var corrected = notices.size() - reminders.size();
        var text = count(reminders.size(), "answer") + " awaited, " + over + " of them overdue";
        if (!reminders.isEmpty()) {
            text += ", the first " + due(reminders.getFirst().why().dueAt());
        }
        return text + (corrected == 0 ? "." : "; " + count(corrected, "correction") + ".");
    }

    private static String count(int number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }

    private static String answer(Notice notice) {
        return switch (notice.target()) {
            case FIRST -> "a first answer";
            case NEXT -> "an answer";
        };
    }

    private String due(Instant at) {
        var left = Duration.between(now, at);
        return left.isPositive()
                ? "due on " + moment(at) + ", in " + spoken(left)
                : "due on " + moment(at) + ", " + spoken(left.negated()) + " ago";
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    /** The two largest units that say something. */
    private static String spoken(Duration duration) {
        long days = duration.toDays();
        int hours = duration.toHoursPart();
        int minutes = duration.toMinutesPart();
        if (days > 0) {
            return days + " d" + (hours > 0 ? " " + hours + " h" : "");
        }
        if (hours > 0) {
            return hours + " h" + (minutes > 0 ? " " + minutes + " min" : "");
        }
        return minutes > 0 ? minutes + " min" : duration.toSecondsPart() + " s";
    }
}
