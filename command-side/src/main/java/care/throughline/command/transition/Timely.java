package care.throughline.command.transition;

import care.throughline.events.transition.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What counts, and what is in time; days are days of the organisation. */
final class Timely {

    private Timely() {}

    /** Two people exchanged words: chatbots and letters do not count (Noridian JF B, article 10534). */
    static boolean isInteractive(Channel channel) {
        return switch (channel) {
            case PHONE, VIDEO, TEXT, EMAIL, IN_PERSON -> true;
            case LETTER, CHATBOT -> false;
        };
    }

    static boolean contact(Casework work, Instant at, ZoneId zone) {
        return !at.isBefore(work.discharge().dischargedAt())
                && !day(at, zone).isAfter(work.clocks().contactDue());
    }

    static boolean visit(Casework work, Instant at, ZoneId zone) {
        return !at.isBefore(work.discharge().dischargedAt()) && !day(at, zone).isAfter(work.visitDue());
    }

    /** No later than the day of the visit; while there was none, no later than it is due. */
    static boolean reconciliation(Casework work, Instant at, ZoneId zone) {
        @Nullable LocalDate visited = work.visit() == null ? null : day(work.visit().occurredAt(), zone);
        return !day(at, zone).isAfter(visited == null ? work.visitDue() : visited);
    }

    static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
