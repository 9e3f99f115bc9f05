package care.throughline.query.timeline;

import care.throughline.events.transition.Channel;
import care.throughline.events.transition.ChecklistItem;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.Lace;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.events.transition.TransitionEvent.VoidReason;
import care.throughline.query.timeline.Line.Topic;
import care.throughline.query.web.Words;
import java.time.LocalDate;

/** Tells what happened in the work around a discharge. */
final class TransitionWords {

    private TransitionWords() {}

    static Line tell(TransitionEvent event) {
        return switch (event) {
            case TransitionEvent.Opened opened ->
                line(
                        opened,
                        "A transition opened after the discharge " + of(opened.discharge()) + ": "
                                + due(opened.clocks()));
            case TransitionEvent.DischargeCorrected corrected ->
                line(
                        corrected,
                        "The discharge " + of(corrected.discharge()) + " was told differently, the clocks moved: "
                                + due(corrected.clocks()));
            case TransitionEvent.Voided voided -> line(voided, "The transition is void: " + why(voided.reason()));
            case TransitionEvent.EndedByReadmission ended ->
                line(ended, "The transition ended: back in hospital" + (ended.planned() ? ", as planned" : ""));
            case TransitionEvent.EndedByDeath ended -> line(ended, "The transition ended: the patient died");
            case TransitionEvent.Resumed resumed ->
                line(resumed, "The transition runs again: " + due(resumed.clocks()));
            case TransitionEvent.OutreachAttempted attempt -> outreach(attempt);
            case TransitionEvent.ContactMade made ->
                line(made, "The contact after discharge was made, " + timely(made.timely()));
            case TransitionEvent.VisitBooked booked ->
                line(
                        booked,
                        "A follow-up visit was booked for " + Line.at(booked.startsAt())
                                + booked.with().map(with -> with.isBlank() ? "" : " with " + Line.plain(with), ""));
            case TransitionEvent.VisitCancelled cancelled ->
                line(cancelled, "The visit of " + Line.at(cancelled.startsAt()) + " was cancelled")
                        .saying(cancelled.reason());
            case TransitionEvent.VisitMissed missed ->
                line(missed, "The visit of " + Line.at(missed.startsAt()) + " did not take place");
            case TransitionEvent.VisitKept kept ->
                line(kept, "The follow-up visit took place, " + timely(kept.timely()));
            case TransitionEvent.MedicationsReconciled reconciled ->
                line(
                                reconciled,
                                "The medicines were reconciled, "
                                        + (reconciled.timely() ? "in time" : "after the visit"))
                        .saying(reconciled.note());
            case TransitionEvent.ReconciliationRejudged judged ->
                line(
                        judged,
                        "By that visit the medicines were reconciled "
                                + (judged.timely() ? "in time" : "after the visit"));
            case TransitionEvent.ChecklistItemDone done -> line(done, item(done.item()) + ": done");
            case TransitionEvent.ChecklistItemReopened reopened ->
                line(reopened, item(reopened.item()) + ": open again");
            case TransitionEvent.ComplexityJudged judged ->
                line(
                        judged,
                        "Judged as of " + complexity(judged.complexity()) + " complexity: the visit is due "
                                + day(judged.visitDue()));
            case TransitionEvent.RiskScored scored -> line(scored, risk(scored.lace()));
            case TransitionEvent.Snoozed snoozed ->
                line(snoozed, "Put aside until " + Line.at(snoozed.until())).saying(snoozed.reason());
            case TransitionEvent.Unsnoozed unsnoozed -> line(unsnoozed, "Back in the worklist");
            case TransitionEvent.Completed completed ->
                line(completed, "The work of this transition is done").saying(completed.reason());
        };
    }

    private static Line line(TransitionEvent event, String sentence) {
        return Line.of(Topic.TRANSITION, event.transition().value(), sentence);
    }

    private static String of(Discharge discharge) {
        return "from " + Line.facility(discharge.facility()) + " on " + day(discharge.date());
    }

    private static String due(Clocks clocks) {
        return "contact due " + day(clocks.contactDue()) + ", visit by " + day(clocks.visit7Due()) + " or "
                + day(clocks.visit14Due());
    }

    static String day(LocalDate day) {
        return "{day:" + day + "}";
    }

    private static String timely(boolean timely) {
        return timely ? "in time" : "later than due";
    }

    private static Line outreach(TransitionEvent.OutreachAttempted attempt) {
        String minutes = attempt.minutes() == 0 ? "" : " (" + attempt.minutes() + " min)";
        return line(attempt, channel(attempt.channel()) + ": " + outcome(attempt.outcome()) + minutes)
                .saying(attempt.note());
    }

    private static String channel(Channel channel) {
        return switch (channel) {
            case PHONE -> "Phone call";
            case VIDEO -> "Video call";
            case TEXT -> "Text message";
            case EMAIL -> "E-mail";
            case IN_PERSON -> "In person";
            case LETTER -> "Letter";
            case CHATBOT -> "Automated dialogue";
        };
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case REACHED -> "reached";
            case LEFT_MESSAGE -> "left a message";
            case NO_ANSWER -> "no answer";
            case WRONG_NUMBER -> "wrong number";
            case DECLINED -> "does not want to talk";
        };
    }

    private static String item(ChecklistItem item) {
        return switch (item) {
            case SUMMARY_RECEIVED -> "Discharge summary received";
            case RESULTS_PENDING_REVIEWED -> "Results pending at discharge reviewed";
            case EQUIPMENT_ARRANGED -> "Equipment arranged";
            case TEACH_BACK_DONE -> "Teach-back";
        };
    }

    private static String complexity(Complexity complexity) {
        return switch (complexity) {
            case MODERATE -> "moderate";
            case HIGH -> "high";
        };
    }

    private static String risk(Lace lace) {
        String band = switch (lace.band()) {
            case LOW -> "low";
            case MODERATE -> "moderate";
            case HIGH -> "high";
        };
        return "LACE " + lace.score() + " (" + band + "): " + Words.count(lace.losDays(), "day") + " in hospital, "
                + (lace.acute() ? "admitted as an emergency" : "not an emergency") + ", comorbidity "
                + lace.charlson() + ", " + Words.count(lace.emergencyVisits(), "emergency visit") + " before";
    }

    private static String why(VoidReason reason) {
        return switch (reason) {
            case DISCHARGE_CANCELLED -> "the discharge was cancelled";
            case ADMISSION_CANCELLED -> "the stay never took place";
            case NOT_DISCHARGED_HOME -> "the discharge was not to home";
            case SAME_DISCHARGE_AS_OTHER_STAY -> "another stay tells the same discharge";
            case TRANSFERRED_TO_OTHER_HOSPITAL -> "it was a transfer to another hospital";
            case CLASS_WITHOUT_TRANSITION -> "visits of this class have none";
        };
    }
}
