package care.throughline.query.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How days, times and numbers are written everywhere, in American English. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE MMM d", Locale.US);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE MMM d, h:mm a", Locale.US);

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);

    private Words() {}

    /** A day near today: {@code Tue Nov 10}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A day of any year: {@code Nov 10, 2026}. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** A month: {@code Nov 2026}, or an empty text for all months together. */
    public static String month(@Nullable YearMonth month) {
        return month == null ? "" : MONTH.format(month);
    }

    /** The day and time in this zone: {@code Tue Nov 10, 2:05 PM}. */
    public static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** The time of day in this zone: {@code 2:05 PM}. */
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** The name of a form's field in words: {@code startsAt} is {@code Starts at}. */
    public static String field(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** How far a day is from today: {@code today}, {@code tomorrow}, {@code in 3 days}, {@code 2 days ago}. */
    public static String distance(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        if (days == -1) {
            return "yesterday";
        }
        return days > 0 ? "in " + days + " days" : -days + " days ago";
    }

    /** A count with its noun: {@code 1 line}, {@code 12 lines}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The age in full years, or an empty text if the birth date is not known. */
    public static String age(@Nullable LocalDate birthDate, LocalDate today) {
        return birthDate == null
                ? ""
                : String.valueOf(Period.between(birthDate, today).getYears());
    }

    /** Ten digits in groups; anything else as it is. */
    public static String phone(String phone) {
        return phone.length() == 10
                ? "(%s) %s-%s".formatted(phone.substring(0, 3), phone.substring(3, 6), phone.substring(6))
                : phone;
    }

    /** The English name of a language by its code, for example {@code es}. */
    public static String language(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.US);
    }

    /** {@code Family, Given Middle} as far as known; {@code Name not known} if nothing is. */
    public static String name(@Nullable String family, @Nullable String given) {
        boolean noFamily = family == null || family.isBlank();
        boolean noGiven = given == null || given.isBlank();
        if (noFamily && noGiven) {
            return "Name not known";
        }
        if (noFamily || noGiven) {
            return String.valueOf(noFamily ? given : family);
        }
        return family + ", " + given;
    }
}
