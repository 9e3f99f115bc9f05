package care.throughline.command.erasure;

import care.throughline.command.Rejected;
import care.throughline.command.erasure.ErasureCommand.Approve;
import care.throughline.command.erasure.ErasureCommand.AskStanding;
import care.throughline.command.erasure.ErasureCommand.Begin;
import care.throughline.command.erasure.ErasureCommand.Certify;
import care.throughline.command.erasure.ErasureCommand.Finish;
import care.throughline.command.erasure.ErasureCommand.LiftHold;
import care.throughline.command.erasure.ErasureCommand.PlaceHold;
import care.throughline.command.erasure.ErasureCommand.Refuse;
import care.throughline.command.erasure.ErasureCommand.Repeat;
import care.throughline.command.erasure.ErasureCommand.Request;
import care.throughline.command.erasure.ErasureState.Asked;
import care.throughline.command.erasure.ErasureState.Destroying;
import care.throughline.command.erasure.ErasureState.Erased;
import care.throughline.command.erasure.ErasureState.Granted;
import care.throughline.command.erasure.ErasureState.Kept;
import care.throughline.events.Personal;
import care.throughline.events.erasure.ErasureEvent;
import care.throughline.events.erasure.ErasureEvent.Approved;
import care.throughline.events.erasure.ErasureEvent.Begun;
import care.throughline.events.erasure.ErasureEvent.Certified;
import care.throughline.events.erasure.ErasureEvent.HoldLifted;
import care.throughline.events.erasure.ErasureEvent.HoldPlaced;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.erasure.ErasureEvent.Refused;
import care.throughline.events.erasure.ErasureEvent.Requested;
import java.util.List;

/** The guards of an erasure, in the order in which an officer would hear them: two people, no hold, and no way back. */
record Deciding(ErasureState state) {

    List<ErasureEvent> on(ErasureCommand command) {
        return switch (command) {
            case Request request -> request(request);
            case PlaceHold place -> place(place);
            case LiftHold lift -> lift(lift);
            case Refuse refuse -> refuse(refuse);
            case Approve approve -> approve(approve);
            case Begin begin -> begin(begin);
            case Finish finish -> finish(finish);
            case Repeat repeat -> repeat(repeat);
            case Certify certify -> certify(certify);
            case AskStanding ask -> List.of();
        };
    }

    private List<ErasureEvent> request(Request command) {
        return switch (state) {
            case Kept kept ->
                List.of(new Requested(
                        command.erasure(),
                        command.patient(),
                        command.by(),
                        command.asker(),
                        command.ground(),
                        Personal.of(command.patient(), command.reason()),
                        command.at()));
            case Asked asked -> {
                if (asked.by().equals(command.by()) && asked.ground() == command.ground()) {
                    yield List.of();
                }
                throw new Rejected(
                        "erasure-pending", "An erasure is asked for already. Approve or refuse that one first.");
            }
            case Granted granted ->
                throw new Rejected("erasure-pending", "An erasure is approved already and waits to be carried out.");
            case Destroying destroying -> throw begun();
            case Erased erased -> throw begun();
        };
    }

    private List<ErasureEvent> place(PlaceHold command) {
        if (state instanceof Destroying || state instanceof Erased) {
            throw begun();
        }
        return state.isHeld()
                ? List.of()
                : List.of(new HoldPlaced(
                        command.erasure(),
                        command.patient(),
                        command.by(),
                        Personal.of(command.patient(), command.reason()),
                        command.at()));
    }

    private List<ErasureEvent> lift(LiftHold command) {
        return state.isHeld()
                ? List.of(new HoldLifted(
                        command.erasure(),
                        command.patient(),
                        command.by(),
                        Personal.of(command.patient(), command.reason()),
                        command.at()))
                : List.of();
    }

    private List<ErasureEvent> refuse(Refuse command) {
        return switch (state) {
            case Kept kept -> throw nobodyAsks();
            case Asked asked -> List.of(refusal(command));
            case Granted granted -> List.of(refusal(command));
            case Destroying destroying -> throw begun();
            case Erased erased -> throw begun();
        };
    }

    private static Refused refusal(Refuse command) {
        return new Refused(
                command.erasure(),
                command.patient(),
                command.by(),
                command.exemption(),
                Personal.of(command.patient(), command.reason()),
                command.at());
    }

    private List<ErasureEvent> approve(Approve command) {
        return switch (state) {
            case Kept kept -> throw nobodyAsks();
            case Asked asked -> {
                requireNoHold(asked.held());
                if (asked.by().equals(command.by())) {
                    throw new Rejected(
                            "second-person-needed",
                            "You asked for this erasure yourself; somebody else has to approve it.");
                }
                yield List.of(
                        new Approved(command.erasure(), command.patient(), asked.by(), command.by(), command.at()));
            }
            case Granted granted -> List.of();
            case Destroying destroying -> List.of();
            case Erased erased -> List.of();
        };
    }

    private List<ErasureEvent> begin(Begin command) {
        return switch (state) {
            case Kept kept -> throw nobodyAsks();
            case Asked asked -> throw new Rejected("erasure-not-approved", "A second person has to approve it first.");
            case Granted granted -> {
                requireNoHold(granted.held());
                yield List.of(new Begun(
                        command.erasure(),
                        command.patient(),
                        command.scope(),
                        granted.requestedBy(),
                        granted.approvedBy(),
                        command.at()));
            }
            case Destroying destroying -> List.of();
            case Erased erased -> List.of();
        };
    }

    private List<ErasureEvent> finish(Finish command) {
        return state instanceof Destroying destroying
                ? List.of(new PatientErased(
                        command.erasure(),
                        command.patient(),
                        destroying.scope(),
                        destroying.requestedBy(),
                        destroying.approvedBy(),
                        command.affected(),
                        false,
                        command.at()))
                : List.of();
    }

    private List<ErasureEvent> repeat(Repeat command) {
        return state instanceof Erased
                ? List.of()
                : List.of(new PatientErased(
                        command.erasure(),
                        command.patient(),
                        command.scope(),
                        command.requestedBy(),
                        command.approvedBy(),
                        command.affected(),
                        true,
                        command.at()));
    }

    private List<ErasureEvent> certify(Certify command) {
        return state instanceof Erased erased && !erased.certified()
                ? List.of(new Certified(
                        command.erasure(),
                        command.patient(),
                        command.readModels(),
                        command.deadLetters(),
                        command.at()))
                : List.of();
    }

    private static void requireNoHold(boolean held) {
        if (held) {
            throw new Rejected("legal-hold", "A legal hold forbids it. It has to be lifted first, with a reason.");
        }
    }

    private static Rejected nobodyAsks() {
        return new Rejected("erasure-not-requested", "Nobody asks for this person to be erased.");
    }

    private static Rejected begun() {
        return new Rejected(
                "erasure-begun", "This person is erased already, or is being erased: there is no way back.");
    }
}
