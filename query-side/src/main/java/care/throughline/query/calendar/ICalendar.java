package care.throughline.query.calendar;

import care.throughline.query.calendar.Feeds.Held;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes appointments as RFC 5545 has it. Times are in UTC, so that no calendar has to know the organisation's zone or when its
 * clocks change; nothing says whose they are or what they are for.
 */
final class ICalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Octets of a line, without its end: RFC 5545, 3.1. */
    private static final int LINE = 75;

    private ICalendar() {}

    /** The whole file.
     *
     * @param home address of the application, under which each appointment has its page for who is signed in
     * @param now when it was written
     */
    static String of(List<Held> appointments, String home, Instant now) {
        List<String> lines = new ArrayList<>(List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Throughline//Calendar//EN",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH",
                "NAME:Throughline",
                "X-WR-CALNAME:Throughline",
                "REFRESH-INTERVAL;VALUE=DURATION:PT1H"));
        appointments.forEach(one -> lines.addAll(event(one, home, now)));
        lines.add("END:VCALENDAR");
        StringBuilder file = new StringBuilder();
        lines.forEach(line -> fold(line, file));
        return file.toString();
    }

    private static List<String> event(Held held, String home, Instant now) {
        return List.of(
                "BEGIN:VEVENT",
                "UID:" + held.appointment() + "@throughline",
                "DTSTAMP:" + UTC.format(now),
                "DTSTART:" + UTC.format(held.startsAt()),
                "DTEND:" + UTC.format(held.endsAt()),
                "SEQUENCE:" + held.position(),
                "SUMMARY:" + title(held),
                "STATUS:" + status(held),
                "CLASS:PRIVATE",
                "URL:" + home + "/calendar/appointments/" + held.appointment(),
                "END:VEVENT");
    }

    private static String title(Held held) {
        return switch (held.stage()) {
            case BOOKED -> held.confirmed() ? "Appointment" : "Appointment (not confirmed)";
            case KEPT -> "Appointment (kept)";
            case MISSED -> "Appointment (missed)";
            case CANCELLED, VOID -> "Appointment (cancelled)";
        };
    }

    private static String status(Held held) {
        return switch (held.stage()) {
            case BOOKED -> held.confirmed() ? "CONFIRMED" : "TENTATIVE";
            case KEPT, MISSED -> "CONFIRMED";
            case CANCELLED, VOID -> "CANCELLED";
        };
    }

    /** A long line goes on in the next one, after a blank; all we write is ASCII, so that no character is cut in two. */
    private static void fold(String line, StringBuilder file) {
        byte[] octets = line.getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        int room = LINE;
        while (octets.length - from > room) {
            file.append(new String(octets, from, room, StandardCharsets.US_ASCII))
                    .append("\r\n ");
            from += room;
            room = LINE - 1;
        }
        file.append(new String(octets, from, octets.length - from, StandardCharsets.US_ASCII))
                .append("\r\n");
    }
}
