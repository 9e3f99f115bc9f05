package care.throughline.query.desk;

import care.throughline.events.FacilityCode;
import care.throughline.query.Names;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a line says for itself, in whole sentences.
 *
 * @param here why it is on the list
 * @param place why it stands where it stands
 * @param otherwise what happens if nobody acts
 * @param rule the id and version of the rule that set the clocks
 * @param events the positions of the events that this follows from
 */
public record Why(String here, String place, String otherwise, String rule, List<Long> events) {

    static Why of(Line line, LocalDate today, ZoneId zone, Names names) {
        Clock next = Clock.next(line, today, zone);
        return new Why(
                here(line, names),
                place(line, next, today),
                otherwise(line, next),
                line.dues().rule() + " (" + line.dues().ruleVersion() + ")",
                line.receipt());
    }

    private static String here(Line line, Names names) {
        return "Discharged " + Dispositions.to(line.left().disposition()) + " from "
                + names.facility(new FacilityCode(line.left().facility())) + " on "
                + Words.day(line.left().date()) + "; the rule asks for a contact, a visit and a look at the medicines.";
    }

    private static String place(Line line, Clock next, LocalDate today) {
        String clock = clockName(next);
        String due = Words.day(next.due()) + " (" + Words.distance(next.due(), today) + ")";
        String first = switch (next.state()) {
            case MISSED -> clock + " was due " + due + ". Missed clocks come first, the longest missed on top.";
            case TODAY -> clock + " is due today.";
            case RUNNING, MET, MET_LATE -> clock + " is due next: " + due + ".";
        };
        Line.Risk risk = line.risk();
        return first
                + (risk == null
                        ? " It has no risk score yet and follows scored lines of the same day."
                        : " Among lines of the same day the higher risk comes first; LACE here is " + risk.lace()
                                + ".");
    }

    private static String otherwise(Line line, Clock next) {
        String end =
                " After " + Words.day(line.dues().windowEnd()) + " the window is over and the line leaves the list.";
        String due = Words.day(next.due());
        return switch (next.kind()) {
            case WINDOW -> "Everything asked for is done; complete the transition." + end;
            case CONTACT, VISIT, RECONCILIATION ->
                next.state() == Clock.State.MISSED
                        ? clockName(next) + " stays counted as not in time; doing it late still helps the patient."
                                + end
                        : "After " + due + " " + clockName(next).toLowerCase(java.util.Locale.ROOT)
                                + " counts as missed and the line moves to the top." + end;
        };
    }

    private static String clockName(Clock clock) {
        return switch (clock.kind()) {
            case CONTACT -> "The first contact";
            case VISIT -> "The follow-up visit";
            case RECONCILIATION -> "The look at the medicines";
            case WINDOW -> "The end of the window";
        };
    }
}
