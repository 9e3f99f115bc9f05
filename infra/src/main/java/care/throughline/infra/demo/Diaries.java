package care.throughline.infra.demo;

import care.throughline.events.appointment.CommitmentKind;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Purpose;
import care.throughline.infra.demo.Step.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What else the patients of the demo clinic are bound to and booked for: some of it clashes, some of it was missed. */
final class Diaries {

    /** Where the people of this week begin. */
    private static final int THIS_WEEK = 11;

    private static final int LONG_AGO = 24;

    private final Story.Calendar calendar;
    private final List<Step> steps = new ArrayList<>();

    private Diaries(Story.Calendar calendar) {
        this.calendar = calendar;
    }

    /** Their steps, not in order. */
    static List<Step> of(List<Story> stories, Story.Calendar calendar) {
        Diaries diaries = new Diaries(calendar);
        diaries.dialysis(stories.get(THIS_WEEK + 9));
        diaries.shifts(stories.get(THIS_WEEK + 2));
        diaries.missed(stories.get(stories.size() - LONG_AGO + 5));
        for (int i = 0; i < 6; i++) {
            Story story = stories.get(THIS_WEEK + i);
            diaries.booked(story, 1, -1 - i, 9 + i, Purpose.LAB, Mode.IN_PERSON, "Blood draw");
            diaries.booked(story, 1, -2 - i, 10 + i, Purpose.VISIT, i % 2 == 0 ? Mode.VIDEO : Mode.PHONE, "Pharmacist");
        }
        return diaries.steps;
    }

    private void dialysis(Story story) {
        Entry dialysis = new Entry.Standing(CommitmentKind.DIALYSIS, "06:00", "17:00", "Old Mill Kidney Center");
        steps.add(new Step.Entered(calendar.moment(2, 9), story.visit(), story.coordinator(), dialysis));
        booked(story, 1, -4, 11, Purpose.VISIT, Mode.IN_PERSON, "Heart failure clinic");
    }

    private void shifts(Story story) {
        Entry work = new Entry.Standing(CommitmentKind.WORK, "07:00", "19:00", "Twelve hours, six days a week");
        steps.add(new Step.Entered(calendar.moment(1, 10), story.visit(), story.coordinator(), work));
    }

    private void missed(Story story) {
        for (int daysAgo : new int[] {20, 9}) {
            Instant startsAt = calendar.moment(daysAgo, 10);
            booked(story, daysAgo + 5, daysAgo, 10, Purpose.VISIT, Mode.IN_PERSON, "Diabetes education");
            steps.add(new Step.Entered(
                    calendar.moment(daysAgo, 16), story.visit(), story.coordinator(), new Entry.Missed(startsAt)));
        }
    }

    private void booked(Story story, int daysAgo, int forDaysAgo, int hour, Purpose purpose, Mode mode, String with) {
        Entry booking = new Entry.Booking(purpose, mode, calendar.moment(forDaysAgo, hour), with);
        steps.add(new Step.Entered(calendar.moment(daysAgo, 8), story.visit(), story.coordinator(), booking));
    }
}
