package care.throughline.command.transition;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.BlindIndex;
import care.throughline.events.FacilityCode;
import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.StayId;
import care.throughline.events.patient.Identifier;
import care.throughline.events.stay.StayPicture;
import care.throughline.samples.Fixtures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What must be known after the feed, and whether a history of events says so. */
record Truth(JsonNode root) {

    static Truth of(Fixtures fixtures) {
        return new Truth(fixtures.json("expected/adt_truth.json"));
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
}
