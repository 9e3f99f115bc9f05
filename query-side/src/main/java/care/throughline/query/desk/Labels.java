package care.throughline.query.desk;

import care.throughline.events.transition.Channel;
import care.throughline.events.transition.ChecklistItem;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What forms call things, and what they suggest. */
public final class Labels {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private Labels() {}

    public static String of(Outcome outcome) {
        return switch (outcome) {
            case REACHED -> "Reached";
            case LEFT_MESSAGE -> "Left a message";
            case NO_ANSWER -> "No answer";
            case WRONG_NUMBER -> "Wrong number";
            case DECLINED -> "Declined";
        };
    }

    public static String of(Channel channel) {
        return switch (channel) {
            case PHONE -> "Phone";
            case VIDEO -> "Video";
            case TEXT -> "Text message";
            case EMAIL -> "E-mail";
            case IN_PERSON -> "In person";
            case LETTER -> "Letter";
            case CHATBOT -> "Automated dialogue";
        };
    }

    public static String of(ChecklistItem item) {
        return switch (item) {
            case SUMMARY_RECEIVED -> "Discharge summary received";
            case RESULTS_PENDING_REVIEWED -> "Pending results reviewed";
            case EQUIPMENT_ARRANGED -> "Equipment arranged";
            case TEACH_BACK_DONE -> "Teach-back done";
        };
    }

    public static String of(Complexity complexity) {
        return switch (complexity) {
            case MODERATE -> "Moderate: visit in 14 days";
            case HIGH -> "High: visit in 7 days";
        };
    }

    /** The last weekday before the visit is due at 10 in the morning, the next weekday if that is past. */
    public static String suggestedVisit(Line line, LocalDate today) {
        LocalDate before = weekday(line.dues().visit().minusDays(1), -1);
        return (before.isAfter(today) ? before : weekday(today.plusDays(1), 1)) + "T10:00";
    }

    private static LocalDate weekday(LocalDate from, int step) {
        LocalDate day = from;
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(step);
        }
        return day;
    }

    /** When the booked visit was to be, now if none was booked or it still lies ahead. */
    public static String keptAt(Line line, Instant now, ZoneId zone) {
        Instant booked = line.done().visitAt();
        return FIELD.format((booked == null || booked.isAfter(now) ? now : booked).atZone(zone));
    }
}
