package care.throughline.query.patients;

import care.throughline.events.DomainEvent;
import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.MergeKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/** What is told about people, in words short enough to read a history at a glance. */
final class People {

    static final PatientId ANNA = new PatientId("pat_anna");
    static final PatientId ANN = new PatientId("pat_ann");
    static final PatientId ANNIE = new PatientId("pat_annie");

    private static final Instant START = Instant.parse("2026-09-01T12:00:00Z");

    private People() {}

    /** The moment that lies so many days after the start of the histories. */
    static Instant day(int days) {
        return START.plus(days, ChronoUnit.DAYS);
    }

    static DomainEvent registered(PatientId patient, int day) {
        return new PatientEvent.Registered(patient, day(day));
    }

    static DomainEvent told(PatientId patient, int day, Object... fieldsAndValues) {
        Map<DemographicField, String> values = new EnumMap<>(DemographicField.class);
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put((DemographicField) fieldsAndValues[i], (String) fieldsAndValues[i + 1]);
        }
        return new PatientEvent.DemographicsCorrected(patient, values.keySet(), Personal.of(patient, values), day(day));
    }

    static DomainEvent known(PatientId patient, String assigner, String value, int day) {
        return new PatientEvent.IdentifierAdded(
                patient,
                key(assigner, value),
                Personal.of(patient, new Identifier(assigner, value, Identifier.Type.MR)),
                day(day));
    }

    static DomainEvent retired(PatientId patient, String assigner, String value, int day) {
        return new PatientEvent.IdentifierRetired(patient, key(assigner, value), day(day));
    }

    static DomainEvent merged(PatientId retired, PatientId survivor, MergeKind kind, int day) {
        return new PatientEvent.MergedInto(retired, survivor, kind, day(day));
    }

    static DomainEvent unmerged(PatientId retired, PatientId from, int day) {
        return new PatientEvent.Unmerged(retired, from, Personal.of(retired, "two people after all"), day(day));
    }

    private static IdentifierKey key(String assigner, String value) {
        return new IdentifierKey("idk_" + assigner + "-" + value);
    }
}
