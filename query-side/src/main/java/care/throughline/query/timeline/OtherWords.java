package care.throughline.query.timeline;

import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.query.timeline.Line.Topic;

/** Tells who became accountable, and which messages came. */
final class OtherWords {

    private OtherWords() {}

    static Line tell(CareTeamEvent event) {
        return switch (event) {
            case CareTeamEvent.CoordinatorAssigned assigned ->
                team(
                        assigned,
                        assigned.coordinator().equals(assigned.by())
                                ? Line.staff(assigned.coordinator()) + " took this patient"
                                : Line.staff(assigned.coordinator()) + " became the coordinator, assigned by "
                                        + Line.staff(assigned.by()));
            case CareTeamEvent.CoordinatorReleased released ->
                team(
                        released,
                        Line.staff(released.by()) + " took back that " + Line.staff(released.coordinator())
                                + " is the coordinator: nobody is");
            case CareTeamEvent.HandoffOffered offered ->
                team(offered, Line.staff(offered.from()) + " offered the hand-off to " + Line.staff(offered.to()))
                        .saying(offered.reason());
            case CareTeamEvent.HandoffAccepted accepted ->
                team(
                        accepted,
                        Line.staff(accepted.to()) + " accepted the hand-off from " + Line.staff(accepted.from())
                                + " and is the coordinator now");
            case CareTeamEvent.HandoffDeclined declined ->
                team(
                                declined,
                                Line.staff(declined.to()) + " declined the hand-off, " + Line.staff(declined.from())
                                        + " stays the coordinator")
                        .saying(declined.reason());
        };
    }

    static Line tell(IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.MessageReceived received ->
                message(
                        received,
                        "Message " + Line.plain(received.kind()) + " received from " + Line.plain(received.sender()));
            case IntakeEvent.MessageApplied applied -> message(applied, "A message was applied");
            case IntakeEvent.MessageRepeated repeated ->
                message(repeated, "The same message came again and changed nothing");
            case IntakeEvent.MessageSetAside aside ->
                message(aside, "A message was set aside, it could not be applied")
                        .saying(aside.sentence());
            case IntakeEvent.MessageCorrected corrected ->
                message(corrected, Line.staff(corrected.by()) + " corrected a message");
            case IntakeEvent.MessageDiscarded discarded ->
                message(discarded, Line.staff(discarded.by()) + " discarded a message")
                        .saying(discarded.reason());
        };
    }

    private static Line team(CareTeamEvent event, String sentence) {
        return Line.of(Topic.TEAM, event.patient().value(), sentence);
    }

    private static Line message(IntakeEvent event, String sentence) {
        return Line.of(Topic.MESSAGE, event.message().value(), sentence);
    }
}
