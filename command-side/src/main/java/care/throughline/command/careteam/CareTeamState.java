package care.throughline.command.careteam;

import care.throughline.command.Rejected;
import care.throughline.command.careteam.CareTeamCommand.AcceptHandoff;
import care.throughline.command.careteam.CareTeamCommand.AskCoordinator;
import care.throughline.command.careteam.CareTeamCommand.AssignCoordinator;
import care.throughline.command.careteam.CareTeamCommand.DeclineHandoff;
import care.throughline.command.careteam.CareTeamCommand.Inherit;
import care.throughline.command.careteam.CareTeamCommand.OfferHandoff;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.careteam.CareTeamEvent.CoordinatorAssigned;
import care.throughline.events.careteam.CareTeamEvent.HandoffAccepted;
import care.throughline.events.careteam.CareTeamEvent.HandoffDeclined;
import care.throughline.events.careteam.CareTeamEvent.HandoffOffered;
import java.util.List;

/** Who is accountable for a patient: nobody or one, and it passes only to somebody who wants it. */
sealed interface CareTeamState {

    record Nobody() implements CareTeamState {}

    record Accountable(StaffId coordinator) implements CareTeamState {}

    /** Still accountable until the colleague accepts. */
    record Offering(StaffId coordinator, StaffId to) implements CareTeamState {}

    default List<CareTeamEvent> decide(CareTeamCommand command) {
        return switch (command) {
            case AssignCoordinator assign -> assign(assign);
            case OfferHandoff offer -> offer(offer);
            case AcceptHandoff accept -> accept(accept);
            case DeclineHandoff decline -> decline(decline);
            case Inherit inherit -> inherit(inherit);
            case AskCoordinator ask -> List.of();
        };
    }

    default CareTeamState evolve(CareTeamEvent event) {
        return switch (event) {
            case CoordinatorAssigned assigned -> new Accountable(assigned.coordinator());
            case HandoffOffered offered -> new Offering(offered.from(), offered.to());
            case HandoffAccepted accepted -> new Accountable(accepted.to());
            case HandoffDeclined declined -> new Accountable(declined.from());
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
            case Nobody nobody -> new Accountability(null);
            case Accountable one -> new Accountability(one.coordinator());
            case Offering one -> new Accountability(one.coordinator());
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
