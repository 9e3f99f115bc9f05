package care.throughline.command.disclosure;

import care.throughline.command.Rejected;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.disclosure.DisclosureEvent;
import care.throughline.events.disclosure.DisclosureEvent.DisclosureRecorded;
import care.throughline.events.disclosure.DisclosureEvent.DisclosureWithdrawn;
import java.util.List;

/** What a disclosure knows when it decides. */
sealed interface DisclosureState {

    record Unknown() implements DisclosureState {}

    record Told(PatientId patient) implements DisclosureState {}

    record Withdrawn() implements DisclosureState {}

    default List<DisclosureEvent> decide(DisclosureCommand command) {
        return switch (command) {
            case DisclosureCommand.RecordDisclosure told -> record(told);
            case DisclosureCommand.WithdrawDisclosure asked -> withdraw(asked);
        };
    }

    default DisclosureState evolve(DisclosureEvent event) {
        return switch (event) {
            case DisclosureRecorded recorded -> new Told(recorded.patient());
            case DisclosureWithdrawn withdrawn -> new Withdrawn();
        };
    }

    private List<DisclosureEvent> record(DisclosureCommand.RecordDisclosure told) {
        if (!(this instanceof Unknown)) {
            return List.of();
        }
        if (told.disclosedAt().isAfter(told.now())) {
            throw new Rejected("disclosure-in-future", "Record a disclosure when it has happened, not before.");
        }
        PatientId patient = told.patient();
        return List.of(new DisclosureRecorded(
                told.disclosure(),
                patient,
                told.by(),
                told.basis(),
                Personal.of(patient, told.recipient()),
                Personal.of(patient, told.address()),
                Personal.of(patient, told.what()),
                Personal.of(patient, told.purpose()),
                told.disclosedAt()));
    }

    private List<DisclosureEvent> withdraw(DisclosureCommand.WithdrawDisclosure asked) {
        return switch (this) {
            case Withdrawn withdrawn -> List.of();
            case Told told -> withdraw(asked, told.patient());
            case Unknown nothing -> throw unknown();
        };
    }

    private static List<DisclosureEvent> withdraw(DisclosureCommand.WithdrawDisclosure asked, PatientId patient) {
        if (!patient.equals(asked.patient())) {
            throw unknown();
        }
        return List.of(new DisclosureWithdrawn(
                asked.disclosure(), patient, asked.by(), Personal.of(patient, asked.reason()), asked.at()));
    }

    private static Rejected unknown() {
        return new Rejected("no-such-disclosure", "No disclosure of this patient was recorded under that number.");
    }
}
