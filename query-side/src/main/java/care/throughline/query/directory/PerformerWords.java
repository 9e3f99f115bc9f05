package care.throughline.query.directory;

import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.OpeningHours;
import care.throughline.events.directory.PerformerKind;
import care.throughline.events.directory.Reach;
import care.throughline.events.directory.Specialty;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the directory calls things. */
public final class PerformerWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    private PerformerWords() {}

    public static String of(Specialty specialty) {
        return switch (specialty) {
            case PRIMARY_CARE -> "Primary care";
            case CARDIOLOGY -> "Cardiology";
            case PULMONOLOGY -> "Pulmonology";
            case NEPHROLOGY -> "Nephrology";
            case ENDOCRINOLOGY -> "Endocrinology";
            case NEUROLOGY -> "Neurology";
            case BEHAVIORAL_HEALTH -> "Behavioral health";
            case PHYSICAL_THERAPY -> "Physical therapy";
            case HOME_HEALTH -> "Home health";
            case SKILLED_NURSING -> "Skilled nursing";
            case PHARMACY -> "Pharmacy";
            case FOOD -> "Food help";
            case HOUSING -> "Housing help";
            case TRANSPORTATION -> "Rides";
            case FINANCIAL_HELP -> "Help with money";
            case CAREGIVER_SUPPORT -> "Caregiver support";
        };
    }

    public static String of(PerformerKind kind) {
        return switch (kind) {
            case CARE -> "Care";
            case PHARMACY -> "Pharmacies";
            case COMMUNITY_SERVICE -> "Community services";
        };
    }

    /** How to put them in order. */
    public static String of(FindPerformers.Order order) {
        return switch (order) {
            case ROOM -> "Room";
            case DISTANCE -> "Distance";
            case SEEN -> "Days to seen";
        };
    }

    /** How a performer is told of its referrals. */
    public static String of(Reach.Channel channel) {
        return switch (channel) {
            case NONE -> "By people: phone, fax, letter";
            case LINK -> "By a secure link";
            case FHIR -> "By its FHIR server";
            case HL7 -> "By its HL7 v2 system";
        };
    }

    public static String of(Capacity capacity) {
        return switch (capacity) {
            case OPEN -> "Open";
            case ASSESSMENT_FIRST -> "Assessment first";
            case WAITLIST -> "Waitlist";
            case NONE -> "No room";
        };
    }

    /** The class that gives a capacity its colour; the word says the same. */
    public static String tone(Capacity capacity) {
        return switch (capacity) {
            case OPEN -> "is-met";
            case ASSESSMENT_FIRST, WAITLIST -> "is-soon";
            case NONE -> "is-late";
        };
    }

    /** The name of a language in English. */
    public static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.US);
    }

    public static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US);
    }

    /** How far away, rounded to what the middle of an area can tell; empty if none was asked for. */
    public static String distance(FindPerformers asked, Entry entry) {
        Double miles = entry.miles();
        if (asked.near() == null || asked.isNearUnknown()) {
            return "";
        }
        if (miles == null) {
            return "not known";
        }
        if (entry.zip().equals(asked.near())) {
            return "same ZIP area";
        }
        return miles < 1 ? "under a mile" : "about " + rounded(miles) + (rounded(miles) == 1 ? " mile" : " miles");
    }

    /** Far away, fives are as much as one can say. */
    private static long rounded(double miles) {
        return miles < 20 ? Math.round(miles) : Math.round(miles / 5) * 5;
    }

    /** An amount as it is written, {@code $12.50} or {@code 12.50 CAD}. */
    public static String money(Price price) {
        String amount = String.format(Locale.US, "%,.2f", price.amount());
        return price.currency().equals("USD") ? "$" + amount : amount + " " + price.currency();
    }

    /** What was observed of its waits: {@code 12 days, median of 7}, empty if it saw nobody yet. */
    public static String wait(Entry entry) {
        Double days = entry.daysToSeen();
        if (days == null) {
            return "";
        }
        String number =
                days == Math.rint(days) ? String.valueOf(Math.round(days)) : String.format(Locale.US, "%.1f", days);
        return number
                + (days == 1 ? " day" : " days")
                + (entry.seen() == 1 ? ", one patient" : ", median of " + entry.seen());
    }

    /** When it is open, days with the same hours together: {@code Mon to Fri 9:00 AM to 5:00 PM}. */
    public static List<String> week(List<OpeningHours> hours) {
        List<String> week = new ArrayList<>();
        for (int first = 0, next; first < hours.size(); first = next) {
            next = first + 1;
            while (next < hours.size() && goesOn(hours.get(next - 1), hours.get(next))) {
                next++;
            }
            OpeningHours from = hours.get(first);
            OpeningHours to = hours.get(next - 1);
            week.add(days(from.day(), to.day()) + " " + TIME.format(from.from()) + " to " + TIME.format(from.to()));
        }
        return week;
    }

    private static boolean goesOn(OpeningHours one, OpeningHours next) {
        return next.day().getValue() == one.day().getValue() + 1
                && next.from().equals(one.from())
                && next.to().equals(one.to());
    }

    private static String days(DayOfWeek first, DayOfWeek last) {
        return first == last ? brief(first) : brief(first) + " to " + brief(last);
    }

    private static String brief(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.US);
    }
}
