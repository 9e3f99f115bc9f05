package care.throughline.query.calendar;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Readiness;
import care.throughline.events.appointment.WeeklyTime;
import care.throughline.query.Names;
import care.throughline.query.calendar.Standing.Commitment;
import care.throughline.query.directory.PerformerWords;
import care.throughline.query.web.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells of appointments on a given day, in the organisation's zone. */
public record CalendarView(LocalDate today, ZoneId zone, Names names) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    public String name(Booking booking) {
        return Words.name(booking.family(), booking.given());
    }

    public LocalDate day(Booking booking) {
        return LocalDate.ofInstant(booking.startsAt(), zone);
    }

    /** {@code 9:00 to 9:30 AM}, {@code 11:45 AM to 12:15 PM}. */
    public String time(Booking booking) {
        String from = Words.time(booking.startsAt(), zone);
        String to = Words.time(booking.endsAt(), zone);
        String half = to.substring(to.lastIndexOf(' '));
        return (from.endsWith(half) ? from.substring(0, from.length() - half.length()) : from) + " to " + to;
    }

    /** What and where, in a line: {@code Visit in person, Harbor Cardiology}. */
    public String what(Booking booking) {
        String what = CalendarLabels.of(booking.purpose()) + " " + CalendarLabels.of(booking.mode());
        String where = where(booking);
        return where.isEmpty() ? what : what + ", " + where;
    }

    private String where(Booking booking) {
        List<String> parts = new ArrayList<>();
        if (booking.performerName() != null) {
            parts.add(booking.performerName());
        } else if (booking.specialty() != null) {
            parts.add(PerformerWords.of(booking.specialty()));
        }
        if (!booking.with().isEmpty()) {
            parts.add(booking.with());
        }
        if (booking.facility() != null && booking.isOurs()) {
            parts.add(names.facility(new FacilityCode(booking.facility())));
        }
        return String.join(", ", parts);
    }

    /** Where its time stands, for the reader; empty if it stands here. */
    public String origin(Booking booking) {
        return booking.source().startsWith("ref_")
                ? "Booked in its referral"
                : booking.source().startsWith("trn_") ? "Follow-up visit after the hospital" : "";
    }

    /** What still has to be said or done until it is ready, in words; empty if it is ready. */
    public List<String> open(Booking booking) {
        List<String> open = new ArrayList<>();
        if (!booking.isBooked()) {
            return open;
        }
        if (!booking.confirmed()) {
            open.add("Not confirmed");
        }
        for (Need need : Need.values()) {
            Readiness readiness = booking.needs().get(need);
            if (readiness == null ? isLikely(booking, need) : !readiness.isSettled()) {
                open.add(CalendarLabels.of(need) + ": "
                        + (readiness == null ? "nobody has asked" : CalendarLabels.of(readiness)));
            }
        }
        return open;
    }

    /** True if the patient probably needs it, though nobody has said so. */
    public static boolean isLikely(Booking booking, Need need) {
        String language = booking.language();
        return switch (need) {
            case INTERPRETER -> language != null && !language.equals("en");
            case TELEHEALTH -> booking.mode() == Mode.VIDEO;
            case RIDE -> false;
        };
    }

    /** How it stands in a word. */
    public String state(Booking booking) {
        if (!booking.isBooked()) {
            return CalendarLabels.of(booking.stage());
        }
        if (day(booking).isBefore(today)) {
            return "No word yet of what came of it";
        }
        return open(booking).isEmpty() ? "Ready" : String.join("; ", open(booking));
    }

    /** The class that gives it its colour. */
    public String tone(Booking booking) {
        if (booking.clashes() || (booking.isBooked() && day(booking).isBefore(today))) {
            return "is-late";
        }
        return switch (booking.stage()) {
            case BOOKED -> open(booking).isEmpty() ? "is-met" : "is-soon";
            case MISSED -> booking.followedUp() ? "is-calm" : "is-late";
            case KEPT -> "is-met";
            case CANCELLED, VOID -> "is-calm";
        };
    }

    public String staff(String account) {
        return account.isEmpty() ? "Nobody yet" : names.staff(new StaffId(account));
    }

    /** {@code Mon, Wed, Fri 6:00 AM to 10:00 AM}. */
    public static String times(List<WeeklyTime> times) {
        return times.stream()
                .collect(Collectors.groupingBy(
                        time -> TIME.format(time.from()) + " to " + TIME.format(time.to()),
                        LinkedHashMap::new,
                        Collectors.mapping(time -> brief(time.day()), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining("; "));
    }

    public static String dayName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US);
    }

    /** The commitments that hold on this day, with their times. */
    public List<String> bound(List<Commitment> commitments, LocalDate day) {
        return commitments.stream()
                .filter(one -> !day.isBefore(one.since()) && one.isLive(day))
                .flatMap(one -> one.times().stream()
                        .filter(time -> time.day() == day.getDayOfWeek())
                        .map(time ->
                                clock(time.from()) + " to " + clock(time.to()) + " " + CalendarLabels.of(one.kind())))
                .sorted()
                .toList();
    }

    private static String clock(LocalTime time) {
        return TIME.format(time);
    }

    private static String brief(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.US);
    }
}
