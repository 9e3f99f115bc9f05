package care.throughline.command.hl7;

import ca.uhn.hl7v2.model.Segment;
import care.throughline.command.Rejected;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.Facility;
import care.throughline.command.intake.News;
import care.throughline.command.intake.News.Visit;
import care.throughline.events.patient.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One ADT message taken apart, read into what it says about whom. */
final class Adt {

    private final Msh header;
    private final Trigger trigger;
    private final Segments segments;
    private final Facility sender;
    private final Numbers numbers;
    private final Hl7Time times;

    Adt(Msh header, Trigger trigger, Segments segments, Facility sender, Facilities facilities) {
        this.header = header;
        this.trigger = trigger;
        this.segments = segments;
        this.sender = sender;
        this.numbers = new Numbers(facilities, sender);
        this.times = Hl7Time.of(header.field(7), sender.timeZone(), facilities.clinicTimeZone());
    }

    /** The news in it: one person, or for a merge each survivor.
     *
     * @throws Rejected if something that matters is missing or means nothing
     */
    List<News> news() {
        if (trigger == Trigger.A40) {
            return merges();
        }
        return List.of(news(segments.first("PID"), visits(), List.of(), Confidentiality.guards(segments)));
    }

    private List<News> merges() {
        List<News> merges = new ArrayList<>();
        Fields survivor = Fields.NONE;
        for (Segment segment : segments.all()) {
            if (segment.getName().equals("PID")) {
                survivor = new Fields(segment);
            } else if (segment.getName().equals("MRG")) {
                merges.add(news(survivor, List.of(), retired(new Fields(segment)), false));
            }
        }
        if (merges.isEmpty()) {
            throw new Rejected("no-retired-number", "A merge needs a segment MRG.");
        }
        return merges;
    }

    private List<Identifier> retired(Fields merge) {
        List<Identifier> retired = numbers.identifiers(merge, 1);
        if (retired.isEmpty()) {
            throw new Rejected("no-retired-number", "MRG-1 holds no number of type MR or PI.");
        }
        return retired;
    }

    private News news(Fields pid, List<Visit> visits, List<Identifier> retired, boolean guarded) {
        List<Identifier> identifiers = numbers.identifiers(pid, 3);
        if (identifiers.isEmpty()) {
            throw new Rejected(
                    "no-identifier", "PID-3 holds no number of type MR or PI, so nobody can tell whom this is about.");
        }
        Person person = new Person(pid, segments.first("IN1"), times);
        return new News(
                sender.code(),
                toldAt(),
                tieBreak(),
                identifiers,
                person.demographics(),
                person.life(),
                visits,
                retired,
                guarded);
    }

    private List<Visit> visits() {
        Fields pv1 = segments.first("PV1");
        boolean numbered = Fields.said(pv1.get(19)) != null;
        if (!numbered && trigger.needsVisit()) {
            throw new Rejected("no-visit-number", "PV1-19 is empty, so nobody can tell which visit this is about.");
        }
        return trigger.kind() == null || !numbered
                ? List.of()
                : List.of(new VisitLines(segments, segments.first("EVN"), pv1, numbers, times).visit(trigger.kind()));
    }

    /** EVN-2, or the message time if the sender leaves it out. */
    private Instant toldAt() {
        Instant recorded = times.instant(segments.first("EVN").get(2), "EVN-2");
        Instant told = recorded != null ? recorded : times.instant(header.field(7), "MSH-7");
        if (told == null) {
            throw new Rejected("no-time", "Neither EVN-2 nor MSH-7 says when this was recorded.");
        }
        return told;
    }

    /** Senders count their control ids up, so the later of two messages of one minute sorts last. */
    private String tieBreak() {
        String id = header.controlId();
        return sender.code() + ":" + "0".repeat(Math.max(0, 20 - id.length())) + id;
    }
}
