package care.throughline.command.investigation;

import care.throughline.command.Rejected;
import care.throughline.command.investigation.InvestigationCommand.Discard;
import care.throughline.command.investigation.InvestigationCommand.KeepPrivate;
import care.throughline.command.investigation.InvestigationCommand.Save;
import care.throughline.command.investigation.InvestigationCommand.Share;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.TypedId;
import care.throughline.events.investigation.InvestigationEvent;
import care.throughline.events.investigation.InvestigationEvent.InvestigationDiscarded;
import care.throughline.events.investigation.InvestigationEvent.InvestigationKeptPrivate;
import care.throughline.events.investigation.InvestigationEvent.InvestigationSaved;
import care.throughline.events.investigation.InvestigationEvent.InvestigationShared;
import java.util.List;

/** What a saved investigation knows when it decides; only its owner shares or discards it. */
sealed interface InvestigationState {

    record Unknown() implements InvestigationState {}

    record Kept(StaffId owner, boolean shared) implements InvestigationState {}

    record Discarded() implements InvestigationState {}

    default List<InvestigationEvent> decide(InvestigationCommand command) {
        return switch (command) {
            case Save asked -> save(asked);
            case Share asked ->
                ownedBy(asked.by()).shared()
                        ? List.of()
                        : List.of(new InvestigationShared(asked.investigation(), asked.by(), asked.at()));
            case KeepPrivate asked ->
                ownedBy(asked.by()).shared()
                        ? List.of(new InvestigationKeptPrivate(asked.investigation(), asked.by(), asked.at()))
                        : List.of();
            case Discard asked -> discard(asked);
        };
    }

    default InvestigationState evolve(InvestigationEvent event) {
        return switch (event) {
            case InvestigationSaved saved -> new Kept(saved.by(), false);
            case InvestigationShared shared -> new Kept(shared.by(), true);
            case InvestigationKeptPrivate kept -> new Kept(kept.by(), false);
            case InvestigationDiscarded discarded -> new Discarded();
        };
    }

    private List<InvestigationEvent> save(Save asked) {
        if (!(this instanceof Unknown)) {
            return List.of();
        }
        if (asked.filters().isEmpty()) {
            throw new Rejected("nothing-filtered", "Choose at least one filter before you save an investigation.");
        }
        PatientId patient = asked.patient();
        TypedId key = patient == null ? asked.investigation() : patient;
        return List.of(new InvestigationSaved(
                asked.investigation(),
                asked.by(),
                patient,
                Personal.of(key, asked.title()),
                Personal.of(key, asked.filters()),
                asked.at()));
    }

    private List<InvestigationEvent> discard(Discard asked) {
        if (this instanceof Discarded) {
            return List.of();
        }
        ownedBy(asked.by());
        return List.of(new InvestigationDiscarded(asked.investigation(), asked.by(), asked.at()));
    }

    private Kept ownedBy(StaffId staff) {
        if (!(this instanceof Kept kept)) {
            throw new Rejected("no-such-investigation", "There is no such saved investigation.");
        }
        if (!kept.owner().equals(staff)) {
            throw new Rejected("not-yours", "Somebody else saved this investigation. Save one of your own.");
        }
        return kept;
    }
}
