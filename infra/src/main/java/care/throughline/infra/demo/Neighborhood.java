package care.throughline.infra.demo;

import static care.throughline.events.directory.Capacity.ASSESSMENT_FIRST;
import static care.throughline.events.directory.Capacity.NONE;
import static care.throughline.events.directory.Capacity.OPEN;
import static care.throughline.events.directory.Capacity.WAITLIST;

import care.throughline.command.directory.DirectoryCommand;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.OpeningHours;
import care.throughline.events.directory.Profile;
import care.throughline.events.directory.Specialty;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The dozen performers around the demo clinic; they have been in its directory for the better part of a year. */
final class Neighborhood {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final Duration KNOWN_FOR = Duration.ofDays(300);

    private static final PerformerId HOUSE = new PerformerId(PerformerId.PREFIX + "house");

    private final Instant now;
    private final List<Step> steps = new ArrayList<>();

    private Neighborhood(Instant now) {
        this.now = now;
    }

    /** How it came to be as it is now. */
    static List<Step> until(Instant now) {
        Neighborhood around = new Neighborhood(now);
        around.ourselves();
        around.doctors();
        around.help();
        around.verified(5, "harbor-cardiology", "old-mill-kidney-center", "sunrise-home-health");
        around.verified(40, "harborview-physical-therapy", "table-for-all");
        return around.steps;
    }

    /** Others refer to us by this entry. */
    private void ourselves() {
        enter(HOUSE, "Throughline Care Coordination", Specialty.PRIMARY_CARE, OPEN, "01103", false, "en", "es");
    }

    private void doctors() {
        enter("Harbor Cardiology", Specialty.CARDIOLOGY, OPEN, "01105", false, "en", "es");
        enter("Valley Heart Center", Specialty.CARDIOLOGY, WAITLIST, "01109", true, "en");
        enter("Lakeshore Cardiology", Specialty.CARDIOLOGY, NONE, "01040", false, "en", "pt");
        enter("Breathe Well Lung Clinic", Specialty.PULMONOLOGY, OPEN, "01107", true, "en", "vi");
        enter("Old Mill Kidney Center", Specialty.NEPHROLOGY, OPEN, "01013", true, "en", "es");
        enter("River Endocrine Associates", Specialty.ENDOCRINOLOGY, WAITLIST, "01089", false, "en", "ru");
        enter("Hilltop Neurology", Specialty.NEUROLOGY, ASSESSMENT_FIRST, "01104", false, "en");
        enter("Open Door Counseling", Specialty.BEHAVIORAL_HEALTH, OPEN, "01108", true, "en", "es", "ht");
        enter("Harborview Physical Therapy", Specialty.PHYSICAL_THERAPY, OPEN, "01105", true, "en", "es");
    }

    private void help() {
        enter("Sunrise Home Health", Specialty.HOME_HEALTH, OPEN, "01103", true, "en", "es", "zh");
        enter("Maple Court Skilled Nursing", Specialty.SKILLED_NURSING, ASSESSMENT_FIRST, "01118", true, "en");
        enter("Harbor Recovery Clinic", Specialty.BEHAVIORAL_HEALTH, OPEN, "01104", false, "en", "es");
        enter("Table for All", Specialty.FOOD, OPEN, "01105", true, "en", "es", "ar");
        enter("Clinic Rides", Specialty.TRANSPORTATION, OPEN, "01101", true, "en", "es");
        enter("Main Street Pharmacy", Specialty.PHARMACY, OPEN, "01103", true, "en", "es");
        enter("Pine Point Drugs", Specialty.PHARMACY, OPEN, "01151", true, "en", "vi");
        enter("Breathing Space for Carers", Specialty.CAREGIVER_SUPPORT, WAITLIST, "01108", false, "en", "es");
    }

    /** Substance use disorder programs. */
    private static final Set<String> PROGRAMS = Set.of("Harbor Recovery Clinic");

    private void enter(
            String name, Specialty specialty, Capacity capacity, String zip, boolean saturday, String... languages) {
        enter(idOf(name), name, specialty, capacity, zip, saturday, languages);
    }

    private void enter(
            PerformerId id,
            String name,
            Specialty specialty,
            Capacity capacity,
            String zip,
            boolean saturday,
            String... languages) {
        List<OpeningHours> hours = Arrays.stream(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.SUNDAY && (saturday || day != DayOfWeek.SATURDAY))
                .map(day -> new OpeningHours(day, NINE, day == DayOfWeek.SATURDAY ? LocalTime.NOON : FIVE))
                .toList();
        String phone = "413-555-01" + (10 + steps.size());
        Profile profile = new Profile(name, specialty, Set.of(languages), hours, zip, phone, PROGRAMS.contains(name));
        Instant at = now.minus(KNOWN_FOR).plusSeconds(steps.size());
        steps.add(new Step.Listed(at, new DirectoryCommand.Enter(id, profile, capacity, at)));
    }

    private void verified(int daysAgo, String... performers) {
        Instant at = now.minus(Duration.ofDays(daysAgo));
        Arrays.stream(performers)
                .map(name -> new PerformerId(PerformerId.PREFIX + name))
                .forEach(performer -> steps.add(new Step.Listed(at, new DirectoryCommand.Verify(performer, at))));
    }

    static PerformerId idOf(String name) {
        return new PerformerId(
                PerformerId.PREFIX + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    }
}
