package care.throughline.command.patient;

import care.throughline.command.patient.PatientCommand.ReportDemographics;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.DemographicsConfirmed;
import care.throughline.events.patient.PatientEvent.DemographicsCorrected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The value of each field and when it was told: per field the last told wins, whatever arrives last. */
record Demographics(Map<DemographicField, Told<String>> fields) {

    static final Demographics NONE = new Demographics(Map.of());

    List<PatientEvent> hear(ReportDemographics report) {
        Map<DemographicField, String> corrected = new EnumMap<>(DemographicField.class);
        Set<DemographicField> confirmed = EnumSet.noneOf(DemographicField.class);
        report.values().forEach((field, value) -> {
            Told<String> told = new Told<>(value, report.toldAt());
            Told<String> known = fields.get(field);
            if (known == null || known.yieldsTo(told)) {
                if (known != null && known.value().equals(value)) {
                    confirmed.add(field);
                } else {
                    corrected.put(field, value);
                }
            }
        });
        return events(report.patient(), corrected, confirmed, report.toldAt());
    }

    Demographics evolve(DemographicsCorrected event) {
        Map<DemographicField, String> values = event.values().map(Function.identity(), Map.of());
        return tell(event.fields(), event.occurredAt(), field -> values.getOrDefault(field, ""));
    }

    Demographics evolve(DemographicsConfirmed event) {
        return tell(event.fields(), event.occurredAt(), this::valueOf);
    }

    private String valueOf(DemographicField field) {
        Told<String> known = fields.get(field);
        return known == null ? "" : known.value();
    }

    private Demographics tell(Set<DemographicField> told, Instant at, Function<DemographicField, String> value) {
        Map<DemographicField, Told<String>> next = new EnumMap<>(DemographicField.class);
        next.putAll(fields);
        told.forEach(field -> next.put(field, new Told<>(value.apply(field), at)));
        return new Demographics(Map.copyOf(next));
    }

    private static List<PatientEvent> events(
            PatientId patient, Map<DemographicField, String> corrected, Set<DemographicField> confirmed, Instant at) {
        List<PatientEvent> events = new ArrayList<>();
        if (!corrected.isEmpty()) {
            Set<DemographicField> names = Set.copyOf(corrected.keySet());
            events.add(new DemographicsCorrected(patient, names, Personal.of(patient, Map.copyOf(corrected)), at));
        }
        if (!confirmed.isEmpty()) {
            events.add(new DemographicsConfirmed(patient, Set.copyOf(confirmed), at));
        }
        return events;
    }
}
