package care.throughline.infra.demo;

import care.throughline.events.transition.Channel;
import care.throughline.events.transition.Outcome;
import care.throughline.infra.demo.Step.Work;
import care.throughline.infra.demo.Visit.Illness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One person's story, told in the words of a history; days are counted back from today. */
final class Story {

    /** So many days ago at this hour of the day. */
    interface Calendar {
        Instant moment(int daysAgo, int hour);
    }

    private static final Duration TYPING = Duration.ofMinutes(4);

    private final Person person;
    private final Illness illness;
    private final String coordinator;
    private final int number;
    private final Calendar calendar;
    private final List<Step> steps = new ArrayList<>();
    private Visit visit;
    private Instant bookedFor = Instant.EPOCH;
    private int messages;

    Story(Person person, Illness illness, String coordinator, int number, Calendar calendar) {
        this.person = person;
        this.illness = illness;
        this.coordinator = coordinator;
        this.number = number;
        this.calendar = calendar;
        this.visit = visit(person.home(), "I", "E", Instant.EPOCH);
    }

    List<Step> steps() {
        return steps;
    }

    /** The last visit there was. */
    Visit visit() {
        return visit;
    }

    String coordinator() {
        return coordinator;
    }

    Story admitted(int daysAgo, int hour) {
        return begin("A01", "I", "E", calendar.moment(daysAgo, hour));
    }

    Story elective(int daysAgo, int hour) {
        return begin("A01", "I", "C", calendar.moment(daysAgo, hour));
    }

    Story emergency(int daysAgo, int hour) {
        return begin("A04", "E", "E", calendar.moment(daysAgo, hour));
    }

    Story observed(int daysAgo, int hour) {
        return begin("A01", "OBS", "E", calendar.moment(daysAgo, hour));
    }

    Story readmitted(int daysAgo, int hour) {
        return admitted(daysAgo, hour);
    }

    Story discharged(int daysAgo, int hour, String disposition) {
        Instant at = calendar.moment(daysAgo, hour);
        return tell("A03", at, visit.discharge(at, disposition));
    }

    /** The hospital finds that the discharge was on another day. */
    Story correctedTo(int daysAgo, int hour) {
        Instant recorded = calendar.moment(daysAgo - 2, hour);
        return tell("A08", recorded, visit.discharge(calendar.moment(daysAgo, hour), "01"));
    }

    Story dischargeCancelled(int daysAgo, int hour) {
        return tell("A13", calendar.moment(daysAgo, hour), visit.admission());
    }

    Story died(int daysAgo) {
        Instant at = calendar.moment(daysAgo, 6);
        Hospital hospital = visit.hospital();
        String pid = visit.pid() + "|".repeat(14) + hospital.write(at) + "|Y";
        String message = visit.message("A31", control(), at.plus(TYPING), "").replace(visit.pid(), pid);
        steps.add(new Step.Told(at.plus(TYPING), visit, message.stripTrailing() + "\r"));
        return this;
    }

    /** Later treated elsewhere for something else, and home from there. */
    Story treatedAt(Hospital other, Illness reason, int daysAgo, int hour, int homeDaysAgo) {
        Instant at = calendar.moment(daysAgo, hour);
        Visit there = visit(other, "I", "E", at);
        visit = new Visit(person, other, there.number(), "I", "E", reason, at);
        return tell("A01", at, visit.admission()).discharged(homeDaysAgo, 12, "01");
    }

    /** The hospital says that this person is to be protected (PD1-12). */
    Story protectedSince(int daysAgo) {
        return tell("A31", calendar.moment(daysAgo, 10), "PD1||||||||||||Y");
    }

    /** The person signed that the team may see what a program knows. */
    Story consented(int daysAgo) {
        steps.add(new Step.Consented(calendar.moment(daysAgo, 14), visit, coordinator));
        return this;
    }

    /** Moved on to another hospital, and home from there. */
    Story movedTo(Hospital other, int daysAgo, int hour, int homeDaysAgo) {
        Instant at = calendar.moment(daysAgo, hour);
        visit = visit(other, "I", "E", at);
        return tell("A01", at, visit.admission()).discharged(homeDaysAgo, 12, "01");
    }

    /** Registered a second time by mistake; the hospital merges the two records. */
    Story knownTwice() {
        Instant at = visit.admitted().plus(Duration.ofHours(5));
        String retired =
                "8" + person.number().substring(1) + "^^^" + person.home().assigner() + "^MR";
        return tell("A40", at, "MRG|" + retired);
    }

    Story assigned() {
        steps.add(new Step.Assigned(visit.admitted().plus(Duration.ofHours(1)), visit, coordinator));
        return this;
    }

    Story reached(int daysAgo) {
        return work(
                daysAgo, 10, new Work.Attempt(Channel.PHONE, Outcome.REACHED, 14, "Doing well, knows whom to call."));
    }

    Story unreached(int daysAgo) {
        return work(
                daysAgo, 11, new Work.Attempt(Channel.PHONE, Outcome.LEFT_MESSAGE, 3, "Left a message to call back."));
    }

    /** Books the visit; a visit in the past is only known by having been kept. */
    Story booked(int daysAgo) {
        bookedFor = calendar.moment(daysAgo, 9);
        Instant callAt = steps.getLast().at().plus(Duration.ofMinutes(20));
        steps.add(new Step.Worked(callAt, visit, coordinator, new Work.Booking(bookedFor, "Primary care")));
        return this;
    }

    Story kept() {
        return afterVisit(new Work.VisitKept()).afterVisit(new Work.Reconciliation("Lists agree."));
    }

    Story reconciled(int daysAgo) {
        return work(daysAgo, 15, new Work.Reconciliation("One duplicate stopped by the pharmacist."));
    }

    private Story afterVisit(Work work) {
        steps.add(new Step.Worked(bookedFor.plus(Duration.ofMinutes(30)), visit, coordinator, work));
        return this;
    }

    private Story work(int daysAgo, int hour, Work work) {
        steps.add(new Step.Worked(calendar.moment(daysAgo, hour), visit, coordinator, work));
        return this;
    }

    private Story begin(String trigger, String patientClass, String type, Instant at) {
        visit = visit(person.home(), patientClass, type, at);
        return tell(trigger, at, visit.admission());
    }

    private Story tell(String trigger, Instant at, String rest) {
        Instant recorded = at.plus(TYPING);
        steps.add(new Step.Told(recorded, visit, visit.message(trigger, control(), recorded, rest)));
        return this;
    }

    private Visit visit(Hospital hospital, String patientClass, String type, Instant at) {
        String visitNumber = String.format(Locale.ROOT, "D%03d%02d", number, messages);
        return new Visit(person, hospital, visitNumber, patientClass, type, illness, at);
    }

    private String control() {
        return String.format(Locale.ROOT, "DEMO%03d-%02d", number, messages++);
    }
}
