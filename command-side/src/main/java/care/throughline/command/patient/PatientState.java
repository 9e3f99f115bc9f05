package care.throughline.command.patient;

import care.throughline.command.Rejected;
import care.throughline.command.patient.PatientCommand.AddIdentifier;
import care.throughline.command.patient.PatientCommand.AskNumbers;
import care.throughline.command.patient.PatientCommand.AskSurvivor;
import care.throughline.command.patient.PatientCommand.MergeInto;
import care.throughline.command.patient.PatientCommand.Register;
import care.throughline.command.patient.PatientCommand.ReportDeath;
import care.throughline.command.patient.PatientCommand.ReportDemographics;
import care.throughline.command.patient.PatientCommand.RetireIdentifier;
import care.throughline.command.patient.PatientCommand.Unmerge;
import care.throughline.command.patient.PatientCommand.WithdrawDeath;
import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.AliveConfirmed;
import care.throughline.events.patient.PatientEvent.DeathRecorded;
import care.throughline.events.patient.PatientEvent.DeathWithdrawn;
import care.throughline.events.patient.PatientEvent.DemographicsConfirmed;
import care.throughline.events.patient.PatientEvent.DemographicsCorrected;
import care.throughline.events.patient.PatientEvent.IdentifierAdded;
import care.throughline.events.patient.PatientEvent.IdentifierRetired;
import care.throughline.events.patient.PatientEvent.MergedInto;
import care.throughline.events.patient.PatientEvent.Registered;
import care.throughline.events.patient.PatientEvent.Unmerged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one patient record knows when it decides.
 *
 * @param registered whether anybody told us of this person yet
 * @param identifiers all numbers that lead here
 * @param retired those of them that are no longer to be used
 */
record PatientState(
        boolean registered,
        Set<IdentifierKey> identifiers,
        Set<IdentifierKey> retired,
        Demographics demographics,
        Life life,
        Merge merge) {

    static final PatientState UNKNOWN =
            new PatientState(false, Set.of(), Set.of(), Demographics.NONE, new Life.Untold(), new Merge.Never());

    List<PatientEvent> decide(PatientCommand command) {
        List<PatientEvent> events = new ArrayList<>(registration(command));
        events.addAll(
                switch (command) {
                    case Register register -> List.of();
                    case AddIdentifier add -> add(add);
                    case RetireIdentifier retire -> retire(retire);
                    case ReportDemographics told -> demographics.hear(told);
                    case ReportDeath told ->
                        life.hearDeath(new DeathRecorded(told.patient(), told.diedAt(), told.toldAt()));
                    case WithdrawDeath told -> life.hearAlive(told.patient(), told.toldAt());
                    case MergeInto told -> merge.hear(told);
                    case Unmerge unmerge -> {
                        mustBeKnown();
                        yield merge.undo(unmerge);
                    }
                    case AskSurvivor ask -> {
                        mustBeKnown();
                        yield List.of();
                    }
                    case AskNumbers ask -> List.of();
                });
        return events;
    }

    PatientState evolve(PatientEvent event) {
        return switch (event) {
            case Registered registered -> with(demographics, life, merge);
            case IdentifierAdded added ->
                new PatientState(true, plus(identifiers, added.key()), retired, demographics, life, merge);
            case IdentifierRetired gone ->
                new PatientState(true, identifiers, plus(retired, gone.key()), demographics, life, merge);
            case DemographicsCorrected told -> with(demographics.evolve(told), life, merge);
            case DemographicsConfirmed told -> with(demographics.evolve(told), life, merge);
            case DeathRecorded told -> with(demographics, new Life.Dead(told), merge);
            case AliveConfirmed told -> with(demographics, new Life.Alive(told.occurredAt()), merge);
            case DeathWithdrawn told -> with(demographics, new Life.Alive(told.occurredAt()), merge);
            case MergedInto told -> with(demographics, life, merge.evolve(told));
            case Unmerged told -> with(demographics, life, merge.evolve(told));
        };
    }

    PatientId survivorOf(PatientId self) {
        return merge.survivor().orElse(self);
    }

    /** Whoever tells something about an unknown record makes it known, so that a crash in between loses nothing. */
    private List<PatientEvent> registration(PatientCommand command) {
        return registered
                ? List.of()
                : switch (command) {
                    case Register told -> List.of(new Registered(told.patient(), told.at()));
                    case AddIdentifier told -> List.of(new Registered(told.patient(), told.at()));
                    case RetireIdentifier told -> List.of(new Registered(told.patient(), told.at()));
                    case ReportDemographics told -> List.of(new Registered(told.patient(), told.toldAt()));
                    case ReportDeath told -> List.of(new Registered(told.patient(), told.toldAt()));
                    case MergeInto told -> List.of(new Registered(told.patient(), told.at()));
                    case WithdrawDeath told -> List.of(new Registered(told.patient(), told.toldAt()));
                    case Unmerge told -> List.of();
                    case AskSurvivor told -> List.of();
                    case AskNumbers told -> List.of();
                };
    }

    private void mustBeKnown() {
        if (!registered) {
            throw new Rejected("patient-unknown", "There is no such patient.");
        }
    }

    private List<PatientEvent> add(AddIdentifier told) {
        return identifiers.contains(told.key())
                ? List.of()
                : List.of(new IdentifierAdded(
                        told.patient(), told.key(), Personal.of(told.patient(), told.identifier()), told.at()));
    }

    private List<PatientEvent> retire(RetireIdentifier told) {
        return retired.contains(told.key())
                ? List.of()
                : List.of(new IdentifierRetired(told.patient(), told.key(), told.at()));
    }

    private PatientState with(Demographics demographics, Life life, Merge merge) {
        return new PatientState(true, identifiers, retired, demographics, life, merge);
    }

    private static Set<IdentifierKey> plus(Set<IdentifierKey> keys, IdentifierKey key) {
        Set<IdentifierKey> more = new HashSet<>(keys);
        more.add(key);
        return Set.copyOf(more);
    }
}
