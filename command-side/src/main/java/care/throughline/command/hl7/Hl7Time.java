package care.throughline.command.hl7;

import care.throughline.command.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads HL7 times ({@code YYYY[MM[DD[HH[MM[SS[.S]]]]]][+ZZZZ]}); a date that does not exist is refused, never bent.
 *
 * @param sender the zone of times without an offset
 * @param clinic the zone in which a bare day is a day
 * @param header the offset of MSH-7, which decides where an autumn hour comes twice
 */
record Hl7Time(ZoneId sender, ZoneId clinic, @Nullable ZoneOffset header) {

    private static final Pattern SHAPE = Pattern.compile(
            "(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:\\.(\\d{1,4}))?)?)?)?([+-]\\d{4})?");

    /** The reader for one message; an unreadable message time is as good as none here. */
    static Hl7Time of(String messageTime, ZoneId sender, ZoneId clinic) {
        Matcher matcher = Pattern.compile("[0-9.]+([+-]\\d{4})").matcher(messageTime);
        try {
            return new Hl7Time(sender, clinic, matcher.matches() ? ZoneOffset.of(matcher.group(1)) : null);
        } catch (DateTimeException e) {
            return new Hl7Time(sender, clinic, null);
        }
    }

    /** The moment, or null if nothing was said; a bare day counts from its start in the clinic's zone.
     *
     * @param where the field, for the sentence
     * @throws Rejected if it is no time
     */
    @Nullable Instant instant(String text, String where) {
        if (text.isEmpty() || text.equals(Fields.DELETE)) {
            return null;
        }
        Matcher m = match(text, where);
        try {
            LocalDate day = day(m);
            if (m.group(4) == null) {
                return day.atStartOfDay(clinic).toInstant();
            }
            LocalDateTime local = day.atTime(number(m, 4), number(m, 5), number(m, 6));
            return m.group(8) == null ? atSender(local) : local.toInstant(ZoneOffset.of(m.group(8)));
        } catch (DateTimeException e) {
            throw invalid(where);
        }
    }

    /** The day alone, whatever time follows it.
     *
     * @throws Rejected if it is no day
     */
    static LocalDate date(String text, String where) {
        try {
            return day(match(text, where));
        } catch (DateTimeException e) {
            throw invalid(where);
        }
    }

    private Instant atSender(LocalDateTime local) {
        boolean headerFits =
                header != null && sender.getRules().getValidOffsets(local).contains(header);
        return headerFits ? local.toInstant(header) : local.atZone(sender).toInstant();
    }

    private static LocalDate day(Matcher m) {
        return LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
    }

    private static int number(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Matcher match(String text, String where) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw invalid(where);
        }
        return matcher;
    }

    private static Rejected invalid(String where) {
        return new Rejected("invalid-time", where + " holds no date or time that exists.");
    }
}
