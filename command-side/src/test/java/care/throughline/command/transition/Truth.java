package care.throughline.command.transition;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.BlindIndex;
import care.throughline.command.Fixtures;
import care.throughline.events.FacilityCode;
import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.StayId;
import care.throughline.events.TransitionId;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.IdentifierEvent.IdentifierClaimed;
import care.throughline.events.patient.PatientEvent.DemographicsConfirmed;
import care.throughline.events.patient.PatientEvent.DemographicsCorrected;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.events.patient.PatientEvent.MergedInto;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.transition.TransitionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What must be known after the feed, and whether a history of events says so. */
record Truth(JsonNode root) {

    static Truth read() {
        return new Truth(Fixtures.json("expected/adt_truth.json"));
    }

    void check(List<Object> events, BlindIndex index, ZoneId zone) {
        Known known = Known.of(events);
        for (JsonNode person : root.get("persons")) {
            new OnePerson(person, known, index, zone).check();
        }
        assertThat(known.stays()).hasSize(root.get("summary").get("stays").asInt());
    }

    /** One person of the truth beside what is known. */
    private record OnePerson(JsonNode person, Known known, BlindIndex index, ZoneId zone) {

        void check() {
            PatientId root = root();
            List<String> transitions = new ArrayList<>();
            for (JsonNode stay : person.get("stays")) {
                StayId id = index.stayOf(
                        new FacilityCode(stay.get("facility").asString()),
                        stay.get("visitNumber").asString());
                StayPicture picture = Objects.requireNonNull(known.stays().get(id), id::value);
                assertThat(known.rootOf(picture.patient())).as(name()).isEqualTo(root);
                assertThat(shown(picture)).as(name()).isEqualTo(expected(stay));
                known.transitionOf(id).ifPresent(transition -> transitions.add(transition));
            }
            List<String> expected = new ArrayList<>();
            person.get("transitions").forEach(transition -> expected.add(expectedTransition(transition)));
            assertThat(transitions).as(name()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(known.demographicsOf(root)).as(name()).isEqualTo(demographics());
        }

        private String name() {
            return person.get("person").asString();
        }

        /** All its numbers, retired ones too, lead to the same record. */
        private PatientId root() {
            Set<PatientId> roots = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
            for (JsonNode number : person.get("identifiers")) {
                IdentifierKey key = index.keyOf(new Identifier(
                        number.get("assigner").asString(), number.get("value").asString(), Identifier.Type.MR));
                roots.add(known.rootOf(Objects.requireNonNull(known.owners().get(key), key::value)));
            }
            assertThat(roots).as(name()).hasSize(1);
            return roots.iterator().next();
        }

        private static Map<String, @Nullable Object> shown(StayPicture picture) {
            Map<String, @Nullable Object> shown = new TreeMap<>();
            shown.put("class", picture.stayClass().name());
            shown.put("history", picture.classHistory().toString());
            shown.put("started", picture.startedAt());
            shown.put("admitted", picture.admittedAt());
            shown.put("discharged", picture.dischargedAt());
            shown.put(
                    "disposition",
                    picture.disposition() == null ? null : picture.disposition().code());
            shown.put("type", picture.admissionType());
            shown.put("location", picture.location());
            shown.put("status", picture.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            shown.put(
                    "toldBy", picture.toldBy().stream().map(FacilityCode::value).collect(Collectors.toSet()));
            return shown;
        }

        private Map<String, @Nullable Object> expected(JsonNode stay) {
            Map<String, @Nullable Object> expected = new TreeMap<>();
            expected.put("class", stay.get("class").asString());
            expected.put("history", texts(stay.get("classHistory")).toString());
            expected.put("started", instant(stay.get("startedAt")));
            expected.put("admitted", instant(stay.get("admitted")));
            expected.put("discharged", instant(stay.get("discharged")));
            expected.put("disposition", text(stay.get("disposition")));
            expected.put("type", text(stay.get("admissionType")));
            expected.put("location", text(stay.get("location")));
            expected.put("status", stay.get("status").asString());
            expected.put("toldBy", Set.copyOf(texts(stay.get("toldBy"))));
            return expected;
        }

        private String expectedTransition(JsonNode transition) {
            return String.join(
                    " ",
                    transition.get("dischargeDate").asString(),
                    String.valueOf(text(transition.get("disposition"))),
                    transition.get("contactDue").asString(),
                    transition.get("visit7Due").asString(),
                    transition.get("visit14Due").asString(),
                    transition.get("windowEnd").asString(),
                    String.valueOf(text(transition.get("endedBy"))),
                    String.valueOf(instant(transition.get("endedAt"))));
        }

        private Map<String, String> demographics() {
            Map<String, String> told = new TreeMap<>();
            person.get("demographics").properties().forEach(field -> {
                String value = text(field.getValue());
                if (value != null && !field.getKey().startsWith("deceased")) {
                    told.put(field.getKey(), value);
                }
            });
            return told;
        }

        private @Nullable Instant instant(JsonNode node) {
            String text = text(node);
            if (text == null) {
                return null;
            }
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        }

        private static @Nullable String text(JsonNode node) {
            return node.isNull() ? null : node.asString();
        }

        private static List<String> texts(JsonNode array) {
            List<String> texts = new ArrayList<>();
            array.forEach(text -> texts.add(text.asString()));
            return texts;
        }
    }

    /** What a history of events comes to. */
    private record Known(
            Map<IdentifierKey, PatientId> owners,
            Map<PatientId, MergedInto> merges,
            Map<StayId, StayPicture> stays,
            Map<TransitionId, TransitionState> transitions,
            Map<PatientId, Map<DemographicField, Word>> words) {

        record Word(String value, Instant toldAt) {}

        static Known of(List<Object> events) {
            Known known =
                    new Known(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
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
            return field == DemographicField.BIRTH_DATE
                    ? "birthDate"
                    : field.name().toLowerCase(Locale.ROOT);
        }
    }
}
