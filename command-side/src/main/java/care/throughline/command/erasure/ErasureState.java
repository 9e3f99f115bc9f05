package care.throughline.command.erasure;

import care.throughline.events.StaffId;
import care.throughline.events.erasure.ErasureEvent;
import care.throughline.events.erasure.ErasureEvent.Approved;
import care.throughline.events.erasure.ErasureEvent.Begun;
import care.throughline.events.erasure.ErasureEvent.Certified;
import care.throughline.events.erasure.ErasureEvent.HoldLifted;
import care.throughline.events.erasure.ErasureEvent.HoldPlaced;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.erasure.ErasureEvent.Refused;
import care.throughline.events.erasure.ErasureEvent.Requested;
import care.throughline.events.erasure.Grounds.Ground;
import care.throughline.events.erasure.Scope;
import java.util.List;

/** What the file on erasing a person knows when it decides. Two people are needed, no hold, and then there is no way back. */
sealed interface ErasureState {

    /** Nobody asks for it, or it was refused. */
    record Kept(boolean held) implements ErasureState {}

    /** One person put it forward. */
    record Asked(StaffId by, Ground ground, boolean held) implements ErasureState {}

    /** A second person agreed; it is carried out as soon as no hold forbids it. */
    record Granted(StaffId requestedBy, StaffId approvedBy, boolean held) implements ErasureState {}

    /** It is being carried out. */
    record Destroying(StaffId requestedBy, StaffId approvedBy, Scope scope) implements ErasureState {}

    record Erased(boolean certified) implements ErasureState {}

    default List<ErasureEvent> decide(ErasureCommand command) {
        return new Deciding(this).on(command);
    }

    default ErasureState evolve(ErasureEvent event) {
        return switch (event) {
            case Requested asked -> new Asked(asked.by(), asked.ground(), isHeld());
            case HoldPlaced placed -> held(true);
            case HoldLifted lifted -> held(false);
            case Refused refused -> new Kept(isHeld());
            case Approved approved -> new Granted(approved.requestedBy(), approved.by(), isHeld());
            case Begun begun -> new Destroying(begun.requestedBy(), begun.approvedBy(), begun.scope());
            case PatientErased erased -> new Erased(false);
            case Certified certified -> new Erased(true);
        };
    }

    default Standing standing() {
        return new Standing(this instanceof Granted, isHeld(), this instanceof Erased);
    }

    default boolean isHeld() {
        return switch (this) {
            case Kept kept -> kept.held();
            case Asked asked -> asked.held();
            case Granted granted -> granted.held();
            case Destroying destroying -> false;
            case Erased erased -> false;
        };
    }

    private ErasureState held(boolean held) {
        return switch (this) {
            case Kept kept -> new Kept(held);
            case Asked asked -> new Asked(asked.by(), asked.ground(), held);
            case Granted granted -> new Granted(granted.requestedBy(), granted.approvedBy(), held);
            case Destroying destroying -> this;
            case Erased erased -> this;
        };
    }
}
