package care.throughline.command.careteam;

import care.throughline.command.Rejected;
import care.throughline.command.careteam.CareTeamCommand.AcceptHandoff;
import care.throughline.command.careteam.CareTeamCommand.AskCoordinator;
import care.throughline.command.careteam.CareTeamCommand.AssignCoordinator;
import care.throughline.command.careteam.CareTeamCommand.DeclineHandoff;
import care.throughline.command.careteam.CareTeamCommand.Inherit;
import care.throughline.command.careteam.CareTeamCommand.OfferHandoff;
import care.throughline.command.careteam.CareTeamCommand.TakeBackAssignment;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.careteam.CareTeamEvent.CoordinatorAssigned;
import care.throughline.events.careteam.CareTeamEvent.CoordinatorReleased;
import care.throughline.events.careteam.CareTeamEvent.HandoffAccepted;
import care.throughline.events.careteam.CareTeamEvent.HandoffDeclined;
import care.throughline.events.careteam.CareTeamEvent.HandoffOffered;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is accountable for a patient: nobody or one, and it passes only to somebody who wants it. */
sealed interface CareTeamState {

    record Nobody() implements CareTeamState {}

    /**
     * One is.
     *
     * @param before who was until then, null if nobody
     * @param overOffer true if a hand-off was open then, which nobody answered
     */
    record Accountable(
            StaffId coordinator, Instant since, @Nullable StaffId before, boolean overOffer) implements CareTeamState {}

    /** Still accountable until the colleague accepts. */
    record Offering(StaffId coordinator, StaffId to, Instant since) implements CareTeamState {}

    default List<CareTeamEvent> decide(CareTeamCommand command) {
        return switch (command) {
            case AssignCoordinator assign -> assign(assign);
            case OfferHandoff offer -> offer(offer);
            case AcceptHandoff accept -> accept(accept);
            case DeclineHandoff decline -> decline(decline);
            case Inherit inherit -> inherit(inherit);
            case TakeBackAssignment back -> takeBack(back);
            case AskCoordinator ask -> List.of();
        };
    }

    default CareTeamState evolve(CareTeamEvent event) {
        return switch (event) {
            case CoordinatorAssigned assigned -> passedTo(assigned.coordinator(), assigned.occurredAt());
            case CoordinatorReleased released -> new Nobody();
            case HandoffOffered offered -> new Offering(offered.from(), offered.to(), offered.occurredAt());
            case HandoffAccepted accepted -> passedTo(accepted.to(), accepted.occurredAt());
            case HandoffDeclined declined -> passedTo(declined.from(), declined.occurredAt());
        };
    }

    private List<CareTeamEvent> assign(AssignCoordinator command) {
        if (isAccountable(command.coordinator())) {
            return List.of();
        }
        if (!command.supervisor() && !command.coordinator().equals(command.by())) {
            throw new Rejected(
                    "not-a-supervisor",
                    "Only a supervisor assigns a patient to somebody else. You can take the patient yourself.");
        }
        if (!(this instanceof Nobody) && !command.supervisor()) {
            throw new Rejected(
                    "coordinator-present",
                    "Somebody is accountable for this patient already. Ask them for a hand-off, or a supervisor.");
        }
        return List.of(new CoordinatorAssigned(command.patient(), command.coordinator(), command.by(), command.at()));
    }

    private CareTeamState passedTo(StaffId coordinator, Instant at) {
        return new Accountable(coordinator, at, accountability().coordinator(), this instanceof Offering);
    }

    private List<CareTeamEvent> takeBack(TakeBackAssignment command) {
        if (!(this instanceof Accountable now)
                || !now.coordinator().equals(command.coordinator())
                || !now.since().equals(command.assignedAt())) {
            throw new Rejected("happened-since", "Something has happened since, so it stays as it is.");
        }
        if (now.overOffer()) {
            throw new Rejected(
                    "handoff-was-open",
                    "A hand-off was open before, which cannot be opened again. Assign the patient by hand.");
        }
        StaffId before = now.before();
        return List.of(
                before == null
                        ? new CoordinatorReleased(command.patient(), now.coordinator(), command.by(), command.at())
                        : new CoordinatorAssigned(command.patient(), before, command.by(), command.at()));
    }

    private List<CareTeamEvent> inherit(Inherit command) {
        return this instanceof Nobody
                ? List.of(new CoordinatorAssigned(
                        command.patient(), command.coordinator(), command.coordinator(), command.at()))
                : List.of();
    }

    private List<CareTeamEvent> offer(OfferHandoff command) {
        requireReason(command.reason(), "Say why you hand this patient over.");
        if (!isAccountable(command.from())) {
            throw new Rejected("not-accountable", "Only the accountable coordinator can offer a hand-off.");
        }
        if (command.from().equals(command.to())) {
            throw new Rejected("handoff-to-self", "Choose a colleague: you are accountable for this patient already.");
        }
        boolean known = this instanceof Offering offering && offering.to().equals(command.to());
        return known
                ? List.of()
                : List.of(new HandoffOffered(
                        command.patient(),
                        command.from(),
                        command.to(),
                        Personal.of(command.patient(), command.reason()),
                        command.at()));
    }

    private List<CareTeamEvent> accept(AcceptHandoff command) {
        if (isAccountable(command.by())) {
            return List.of();
        }
        Offering offer = offerTo(command.by());
        return List.of(new HandoffAccepted(command.patient(), offer.coordinator(), offer.to(), command.at()));
    }

    private List<CareTeamEvent> decline(DeclineHandoff command) {
        requireReason(command.reason(), "Say why you decline, so that your colleague can ask somebody else.");
        Offering offer = offerTo(command.by());
        return List.of(new HandoffDeclined(
                command.patient(),
                offer.coordinator(),
                offer.to(),
                Personal.of(command.patient(), command.reason()),
                command.at()));
    }

    private Offering offerTo(StaffId staff) {
        if (this instanceof Offering offer && offer.to().equals(staff)) {
            return offer;
        }
        throw new Rejected("no-offer", "This patient is not offered to you for a hand-off at the moment.");
    }

    default Accountability accountability() {
        return switch (this) {
            case Nobody nobody -> new Accountability(null, null);
            case Accountable one -> new Accountability(one.coordinator(), one.since());
            case Offering one -> new Accountability(one.coordinator(), one.since());
        };
    }

    private boolean isAccountable(StaffId staff) {
        return staff.equals(accountability().coordinator());
    }

    private static void requireReason(String reason, String sentence) {
        if (reason.isBlank()) {
            throw new Rejected("reason-missing", sentence);
        }
    }
}
