package care.throughline.infra.demo;

import static care.throughline.events.referral.Kind.CONSULTATION;
import static care.throughline.events.referral.Kind.SERVICE;
import static care.throughline.events.referral.Kind.TRANSFER_OF_CARE;
import static care.throughline.events.referral.Urgency.ROUTINE;
import static care.throughline.events.referral.Urgency.URGENT;

import care.throughline.events.ReferralId;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.DeclineReason;
import java.util.ArrayList;
import java.util.List;

/** The referrals of the demo clinic: some closed, some on their way, some stuck where referrals get stuck. */
final class Loops {

    private static final String HARBOR = "Harbor Cardiology";
    private static final String VALLEY = "Valley Heart Center";
    private static final String THERAPY = "Harborview Physical Therapy";
    private static final String KIDNEY = "Old Mill Kidney Center";
    private static final String HOME = "Sunrise Home Health";
    private static final String COUNSEL = "Open Door Counseling";

    /** Where the people of this week begin, and how many of the last half year there are. */
    private static final int THIS_WEEK = 11;

    private static final int LONG_AGO = 24;

    private final List<Story> stories;
    private final Story.Calendar calendar;
    private final List<Referring> referrals = new ArrayList<>();

    private Loops(List<Story> stories, Story.Calendar calendar) {
        this.stories = stories;
        this.calendar = calendar;
    }

    /** Their steps, not in order. */
    static List<Step> of(List<Story> stories, Story.Calendar calendar) {
        Loops loops = new Loops(stories, calendar);
        loops.onTheirWay();
        loops.stuck();
        loops.closed();
        return loops.referrals.stream()
                .flatMap(referral -> referral.steps().stream())
                .toList();
    }

    private void onTheirWay() {
        refer(Specialty.HOME_HEALTH).drafted(1, SERVICE, ROUTINE, "Wound care twice a week after the hospital stay.");
        refer(Specialty.CARDIOLOGY)
                .drafted(3, CONSULTATION, URGENT, "New atrial fibrillation: rate or rhythm control?")
                .asked(2, HARBOR, VALLEY)
                .acceptedBy(HARBOR, 2)
                .proposed(HARBOR, 1, -3);
        refer(Specialty.PHYSICAL_THERAPY)
                .drafted(12, SERVICE, ROUTINE, "Gait training, afraid of the stairs.")
                .asked(11, THERAPY)
                .acceptedBy(THERAPY, 9)
                .scheduled(THERAPY, 8, -2);
        refer(Specialty.TRANSPORTATION)
                .drafted(4, SERVICE, ROUTINE, "A ride to dialysis, Mondays, Wednesdays and Fridays.")
                .asked(3, "Clinic Rides");
        refer(Specialty.SKILLED_NURSING)
                .drafted(2, TRANSFER_OF_CARE, URGENT, "Cannot be alone at home for now; two weeks of rehabilitation.")
                .asked(1, "Maple Court Skilled Nursing");
        refer(Specialty.NEPHROLOGY)
                .drafted(16, CONSULTATION, ROUTINE, "Creatinine stays at 2.1 after the kidney injury.")
                .asked(15, KIDNEY)
                .acceptedBy(KIDNEY, 13)
                .scheduled(KIDNEY, 12, 3)
                .seen(KIDNEY, 3)
                .reported(KIDNEY, 1, "Recovering. Stop the anti-inflammatory, check again in six weeks.");
    }

    private void stuck() {
        refer(longAgo(8), Specialty.ENDOCRINOLOGY)
                .drafted(60, CONSULTATION, ROUTINE, "Blood sugar high on three medicines.")
                .asked(59, "River Endocrine Associates")
                .acceptedBy("River Endocrine Associates", 52)
                .placed("River Endocrine Associates", 52, 14)
                .placed("River Endocrine Associates", 31, 9)
                .placed("River Endocrine Associates", 10, 5);
        refer(longAgo(10), Specialty.CARDIOLOGY)
                .drafted(18, CONSULTATION, ROUTINE, "Chest pain on effort, stress test unclear.")
                .asked(17, VALLEY)
                .declinedBy(VALLEY, 11, DeclineReason.NO_CAPACITY);
        refer(longAgo(12), Specialty.NEUROLOGY)
                .drafted(15, CONSULTATION, ROUTINE, "Headache since the stroke.")
                .asked(14, "Hilltop Neurology");
        refer(longAgo(14), Specialty.BEHAVIORAL_HEALTH)
                .drafted(40, SERVICE, ROUTINE, "Low mood since the fall; asks for a woman who speaks Spanish.")
                .asked(39, COUNSEL)
                .acceptedBy(COUNSEL, 37)
                .scheduled(COUNSEL, 36, 24)
                .missed(COUNSEL, 24);
        refer(longAgo(16), Specialty.PULMONOLOGY)
                .drafted(45, CONSULTATION, ROUTINE, "Breathless at night, second flare this year.")
                .asked(44, "Breathe Well Lung Clinic")
                .acceptedBy("Breathe Well Lung Clinic", 42)
                .scheduled("Breathe Well Lung Clinic", 41, 22)
                .seen("Breathe Well Lung Clinic", 22);
        refer(longAgo(18), Specialty.FOOD)
                .drafted(9, SERVICE, ROUTINE, "Nothing in the house; eats once a day.")
                .asked(8, "Table for All")
                .acceptedBy("Table for All", 8)
                .cancelling(1, "The daughter moved in and cooks.");
    }

    private void closed() {
        for (int i = 0; i < 8; i++) {
            int start = 30 + i * 17;
            String performer = i % 2 == 0 ? HARBOR : HOME;
            refer(longAgo(3 * i), i % 2 == 0 ? Specialty.CARDIOLOGY : Specialty.HOME_HEALTH)
                    .drafted(start, i % 2 == 0 ? CONSULTATION : SERVICE, ROUTINE, "Follow-up after the hospital stay.")
                    .asked(start - 1, performer)
                    .acceptedBy(performer, start - 2 - i % 3)
                    .scheduled(performer, start - 4, start - 9 - i)
                    .seen(performer, start - 9 - i)
                    .reported(performer, start - 12 - i, "Stable. Goes on as before, seen again in three months.")
                    .read(start - 13 - i);
        }
    }

    /** The nth referral in the order of this class, and whose it is if it is on its way. */
    static ReferralId referral(int nth) {
        return new ReferralId(ReferralId.PREFIX + "demo-" + nth);
    }

    static Story thisWeek(List<Story> stories, int nth) {
        return stories.get(THIS_WEEK + nth);
    }

    static Story longAgo(List<Story> stories, int nth) {
        return stories.get(stories.size() - LONG_AGO + nth);
    }

    private Story longAgo(int nth) {
        return longAgo(stories, nth);
    }

    private Referring refer(Specialty specialty) {
        return refer(thisWeek(stories, referrals.size()), specialty);
    }

    private Referring refer(Story story, Specialty specialty) {
        Referring referring = new Referring(story.visit(), story.coordinator(), specialty, referrals.size(), calendar);
        referrals.add(referring);
        return referring;
    }
}
