package care.throughline.infra.demo;

import care.throughline.infra.demo.Visit.Illness;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The stories of the demo clinic, told relative to a day; the same day and seed give the same stories. */
final class Stories {

    private static final List<String> COORDINATORS = List.of("nora.quinn", "sam.ortiz");

    /** Programs and what they treat are told of apart. */
    private static final List<Hospital> HOSPITALS = List.of(Hospital.RIVERBEND, Hospital.ST_CLARE, Hospital.LAKESHORE);

    private static final List<Illness> ILLNESSES = Arrays.stream(Illness.values())
            .filter(one -> one != Illness.ALCOHOL)
            .toList();

    private final LocalDate today;
    private final ZoneId zone;
    private final Instant now;
    private final Random random;
    private final People people;
    private final List<Story> stories = new ArrayList<>();

    private Stories(Instant now, ZoneId zone, long seed) {
        this.now = now;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
        this.random = new Random(seed);
        this.people = new People(random);
    }

    /** All steps up to this moment, in order of time. */
    static List<Step> until(Instant now, ZoneId zone, long seed) {
        Stories clinic = new Stories(now, zone, seed);
        clinic.lastNight();
        clinic.thisWeek();
        clinic.thisMonth();
        clinic.halfAYear();
        List<Step> apart = KeptApart.until(clinic.people, clinic::moment);
        return Stream.of(
                        Neighborhood.until(now).stream(),
                        apart.stream(),
                        clinic.stories.stream().flatMap(story -> story.steps().stream()),
                        Loops.of(clinic.stories, clinic::moment).stream(),
                        Permissions.of(clinic.stories, clinic::moment).stream(),
                        Diaries.of(clinic.stories, clinic::moment).stream())
                .flatMap(steps -> steps)
                .filter(step -> step.at().isBefore(now))
                .sorted(Comparator.comparing(Step::at))
                .toList();
    }

    private void lastNight() {
        for (int i = 0; i < 4; i++) {
            story(Illness.PNEUMONIA).emergency(0, 1 + i).assigned();
        }
        for (int i = 0; i < 4; i++) {
            story(any()).admitted(0, 2 + i).assigned();
        }
        story(Illness.CHEST_PAIN).observed(1, 19);
        story(any()).admitted(9, 8).discharged(1, 18, "01");
        story(any()).admitted(6, 8).discharged(1, 17, "06").assigned();
    }

    private void thisWeek() {
        for (int i = 0; i < 6; i++) {
            story(any()).admitted(8 + i, 9 + i).assigned().discharged(1 + i % 3, 10 + i, i % 2 == 0 ? "01" : "06");
        }
        story(Illness.HEART_FAILURE)
                .admitted(18, 3)
                .assigned()
                .discharged(3, 14, "01")
                .unreached(2)
                .unreached(1);
        story(Illness.COPD).admitted(11, 5).assigned().discharged(4, 12, "06").unreached(2);
        story(Illness.STROKE).admitted(12, 4).discharged(5, 11, "03");
        story(Illness.KIDNEY_INJURY)
                .admitted(7, 6)
                .assigned()
                .discharged(5, 15, "01")
                .reached(4)
                .booked(-3);
        story(Illness.CELLULITIS)
                .admitted(6, 13)
                .assigned()
                .discharged(4, 16, "07")
                .unreached(3);
        story(Illness.DIABETES)
                .admitted(6, 7)
                .assigned()
                .discharged(4, 13, "01")
                .correctedTo(5, 13);
        story(Illness.CHEST_PAIN).observed(3, 9).assigned().discharged(2, 8, "01");
        story(Illness.ATRIAL_FIBRILLATION)
                .admitted(5, 10)
                .discharged(2, 12, "01")
                .dischargeCancelled(2, 15);
    }

    private void thisMonth() {
        for (int i = 0; i < 6; i++) {
            story(any())
                    .admitted(20 + i, 8)
                    .assigned()
                    .discharged(12 + i, 12, "01")
                    .reached(10 + i)
                    .booked(4 + i)
                    .kept();
        }
        story(Illness.HIP_FRACTURE)
                .admitted(24, 9)
                .assigned()
                .discharged(17, 11, "06")
                .reached(15)
                .booked(-2);
        story(Illness.HEART_FAILURE)
                .admitted(23, 2)
                .assigned()
                .discharged(19, 12, "01")
                .reached(17)
                .readmitted(8, 4);
        story(Illness.COPD)
                .admitted(27, 22)
                .assigned()
                .discharged(22, 10, "01")
                .unreached(20)
                .readmitted(3, 23);
        story(Illness.STROKE)
                .admitted(26, 3)
                .assigned()
                .discharged(20, 14, "06")
                .reached(19)
                .died(9);
        story(Illness.KNEE_REPLACEMENT)
                .elective(16, 7)
                .assigned()
                .discharged(13, 11, "01")
                .reached(12)
                .reconciled(11);
        story(Illness.HEART_ATTACK).admitted(15, 1).discharged(14, 2, "02").movedTo(Hospital.LAKESHORE, 14, 5, 10);
        story(Illness.PNEUMONIA)
                .admitted(14, 9)
                .knownTwice()
                .assigned()
                .discharged(10, 12, "01")
                .reached(9);
    }

    private void halfAYear() {
        IntStream.range(0, 24).forEach(i -> {
            int daysAgo = 35 + i * 6;
            Story story = story(any()).admitted(daysAgo + 4, 10).assigned().discharged(daysAgo, 13, "01");
            if (i % 4 != 3) {
                story.reached(daysAgo - (i % 5 == 4 ? 5 : 1))
                        .booked(daysAgo - 9)
                        .kept();
            }
            if (i % 6 == 5) {
                story.readmitted(daysAgo - 14, 20).discharged(daysAgo - 18, 11, "01");
            }
        });
    }

    private Story story(Illness illness) {
        Hospital hospital = HOSPITALS.get(stories.size() % HOSPITALS.size());
        String coordinator = COORDINATORS.get(stories.size() % COORDINATORS.size());
        Story story = new Story(people.next(hospital), illness, coordinator, stories.size(), this::moment);
        stories.add(story);
        return story;
    }

    private Illness any() {
        return ILLNESSES.get(random.nextInt(ILLNESSES.size()));
    }

    /** So many days ago at this hour; what would lie ahead of now on this day has just happened. */
    private Instant moment(int daysAgo, int hour) {
        Instant planned = today.minusDays(daysAgo)
                .atTime(LocalTime.of(hour, (hour * 7 + Math.abs(daysAgo) * 3) % 60))
                .atZone(zone)
                .toInstant();
        return daysAgo == 0 && planned.isAfter(now) ? now.minusSeconds(600L + hour * 60L) : planned;
    }
}
