package care.throughline.command.patient;

import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.PatientEvent.MergeKind;
import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can tell or ask about one patient record; a repeated command is harmless. */
public sealed interface PatientCommand {

    PatientId patient();

    record Register(@TargetAggregateIdentifier PatientId patient, Instant at) implements PatientCommand {}

    record AddIdentifier(
            @TargetAggregateIdentifier PatientId patient, IdentifierKey key, Identifier identifier, Instant at)
            implements PatientCommand {}

    record RetireIdentifier(@TargetAggregateIdentifier PatientId patient, IdentifierKey key, Instant at)
            implements PatientCommand {}

    /** Per field the last told wins; a field that was not told is absent, empty text deletes it. */
    record ReportDemographics(
            @TargetAggregateIdentifier PatientId patient, Map<DemographicField, String> values, Instant toldAt)
            implements PatientCommand {}

    record ReportDeath(
            @TargetAggregateIdentifier PatientId patient,
            @Nullable Instant diedAt,
            Instant toldAt) implements PatientCommand {}

    /** Told to be alive: takes back a death that was told before, and outweighs one that was told before but comes later. */
    record WithdrawDeath(@TargetAggregateIdentifier PatientId patient, Instant toldAt) implements PatientCommand {}

    /** From now on this record and the survivor are one person. */
    record MergeInto(@TargetAggregateIdentifier PatientId patient, PatientId survivor, MergeKind kind, Instant at)
            implements PatientCommand {}

    /** Takes the merge of this record back. */
    record Unmerge(@TargetAggregateIdentifier PatientId patient, String reason, Instant at) implements PatientCommand {}

    /** Changes nothing; answers the {@link PatientId} this record was merged into, or its own if into none; refused if unknown. */
    record AskSurvivor(@TargetAggregateIdentifier PatientId patient) implements PatientCommand {}

    /** Changes nothing; answers the {@link Numbers} that lead to this record, none if it is unknown. */
    record AskNumbers(@TargetAggregateIdentifier PatientId patient) implements PatientCommand {}
}
