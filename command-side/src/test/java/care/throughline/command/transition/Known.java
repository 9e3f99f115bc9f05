package care.throughline.command.transition;

import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.StayId;
import care.throughline.events.TransitionId;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.IdentifierEvent.IdentifierClaimed;
import care.throughline.events.patient.PatientEvent.DemographicsConfirmed;
import care.throughline.events.patient.PatientEvent.DemographicsCorrected;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.events.patient.PatientEvent.MergedInto;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.transition.TransitionEvent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What a history of events comes to. */
record Known(
        Map<IdentifierKey, PatientId> owners,
        Map<PatientId, MergedInto> merges,
        Map<StayId, StayPicture> stays,
        Map<TransitionId, TransitionState> transitions,
        Map<PatientId, Map<DemographicField, Word>> words) {

    record Word(String value, Instant toldAt) {}

    static Known of(List<Object> events) {
        Known known = new Known(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        events.forEach(known::learn);
        return known;
    }

    private void learn(Object event) {
        switch (event) {
            case IdentifierClaimed claimed -> owners.put(claimed.key(), claimed.patient());
            case MergedInto merged -> merges.put(merged.patient(), merged);
            case StayEvent stay -> stays.put(stay.stay(), stay.after());
            case TransitionEvent told ->
                transitions.put(
                        told.transition(),
                        transitions
                                .getOrDefault(told.transition(), new TransitionState.NotStarted())
                                .evolve(told));
            case DemographicsCorrected told ->
                told.fields()
                        .forEach(field -> tell(
                                told.patient(),
                                field,
                                told.values().value().orElseThrow().getOrDefault(field, ""),
                                told.occurredAt()));
            case DemographicsConfirmed told ->
                told.fields()
                        .forEach(field -> tell(
                                told.patient(),
                                field,
                                Objects.requireNonNull(words.getOrDefault(told.patient(), Map.of())
                                                .get(field))
                                        .value(),
                                told.occurredAt()));
            default -> {}
        }
    }

    private void tell(PatientId patient, DemographicField field, String value, Instant at) {
        words.computeIfAbsent(patient, id -> new EnumMap<>(DemographicField.class))
                .put(field, new Word(value, at));
    }

    PatientId rootOf(PatientId patient) {
        MergedInto merge = merges.get(patient);
        return merge == null ? patient : rootOf(merge.survivor());
    }

    Optional<String> transitionOf(StayId stay) {
        TransitionState state =
                transitions.get(new Plan.None(stay, TransitionEvent.VoidReason.DISCHARGE_CANCELLED).transition());
        if (state == null || state instanceof TransitionState.TakenBack) {
            return Optional.empty();
        }
        String ended = switch (state) {
            case TransitionState.Readmitted end -> "readmitted " + end.at();
            case TransitionState.Died end -> "died " + end.at();
            default -> "null null";
        };
        Casework work = state.work();
        return Optional.of(String.join(
                " ",
                work.discharge().date().toString(),
                work.discharge().disposition() == null
                        ? "null"
                        : work.discharge().disposition().code(),
                work.clocks().contactDue().toString(),
                work.clocks().visit7Due().toString(),
                work.clocks().visit14Due().toString(),
                work.clocks().windowEnd().toString(),
                ended));
    }

    /** Per field the last told wins, without what was told under a number before it was retired. */
    Map<String, String> demographicsOf(PatientId root) {
        Map<DemographicField, Word> last = new EnumMap<>(DemographicField.class);
        words.forEach((patient, fields) -> {
            if (rootOf(patient).equals(root)) {
                fields.forEach((field, word) -> {
                    if (word.toldAt().isAfter(countsFrom(patient))) {
                        last.merge(field, word, (one, two) -> one.toldAt().isAfter(two.toldAt()) ? one : two);
                    }
                });
            }
        });
        Map<String, String> shown = new TreeMap<>();
        last.forEach((field, word) -> {
            if (!word.value().isEmpty() && field.compareTo(DemographicField.LANGUAGE) <= 0) {
                shown.put(camel(field), word.value());
            }
        });
        return shown;
    }

    private Instant countsFrom(PatientId patient) {
        MergedInto merge = merges.get(patient);
        if (merge == null) {
            return Instant.MIN;
        }
        Instant later = countsFrom(merge.survivor());
        boolean told = merge.kind() == MergeKind.TOLD;
        return told && merge.occurredAt().isAfter(later) ? merge.occurredAt() : later;
    }

    private static String camel(DemographicField field) {
        return field == DemographicField.BIRTH_DATE ? "birthDate" : field.name().toLowerCase(Locale.ROOT);
    }
}
