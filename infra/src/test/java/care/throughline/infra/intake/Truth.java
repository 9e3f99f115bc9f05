package care.throughline.infra.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What must be known after the feed, as sorted lines of text that compare and read well. */
record Truth(JsonNode truth) {

    static final ZoneId CLINIC = ZoneId.of("America/New_York");

    private static final List<String> FIELDS = List.of(
            "family", "given", "middle", "birthDate", "sex", "street", "city", "state", "zip", "phone", "language");

    LocalDate today() {
        return OffsetDateTime.parse(truth.get("asOf").asString())
                .atZoneSameInstant(CLINIC)
                .toLocalDate();
    }

    /** One line a person: all numbers, retired ones marked. */
    Set<String> persons() {
        return lines(everybody().map(person -> identifiers(person).toString()));
    }

    Set<String> demographics() {
        return lines(everybody().map(person -> {
            JsonNode told = person.get("demographics");
            List<String> values = new ArrayList<>();
            FIELDS.forEach(field -> values.add(text(told.get(field))));
            values.add(told.get("deceased").asString());
            values.add(String.valueOf(instant(told.get("deceasedAt"))));
            return identifiers(person) + " " + values;
        }));
    }

    Set<String> stays() {
        return lines(everybody()
                .flatMap(person -> stream(person.get("stays"))
                        .map(stay -> String.join(
                                " ",
                                identifiers(person).toString(),
                                text(stay.get("stay")),
                                text(stay.get("class")),
                                strings(stay.get("classHistory")).toString(),
                                text(stay.get("status")),
                                "started " + instant(stay.get("startedAt")),
                                "admitted " + instant(stay.get("admitted")),
                                "discharged " + instant(stay.get("discharged")),
                                text(stay.get("disposition")),
                                text(stay.get("admissionType")),
                                text(stay.get("location")),
                                new TreeSet<>(strings(stay.get("toldBy"))).toString()))));
    }

    Set<String> transitions() {
        return lines(everybody()
                .flatMap(person -> stream(person.get("transitions"))
                        .map(one -> String.join(
                                " ",
                                identifiers(person).toString(),
                                text(one.get("stay")),
                                text(one.get("dischargeDate")),
                                text(one.get("disposition")),
                                text(one.get("contactDue")),
                                text(one.get("visit7Due")),
                                text(one.get("visit14Due")),
                                text(one.get("windowEnd")),
                                text(one.get("statusAsOf")),
                                String.valueOf(instant(one.get("endedAt")))))));
    }

    Set<String> readmissions() {
        return lines(stream(truth.get("readmissions"))
                .map(pair -> text(pair.get("index")) + " " + text(pair.get("readmit")) + " after "
                        + pair.get("days").asInt() + (pair.get("planned").asBoolean() ? " planned" : " unplanned")));
    }

    /** Stays from which somebody moved on to another hospital. */
    Set<String> transfers() {
        return lines(stream(truth.get("transfers")).map(pair -> text(pair.get("from"))));
    }

    /** Stays whose transition was opened on the way and taken back; in the order of the file only. */
    Set<String> withdrawnTransitions() {
        return lines(everybody()
                .flatMap(person -> stream(person.get("withdrawnTransitions")))
                .map(one -> text(one.get("stay"))));
    }

    List<String> worklist() {
        return stream(truth.get("worklistAsOf"))
                .map(line -> text(line.get("contactDue")) + " " + text(line.get("stay")))
                .sorted()
                .toList();
    }

    /** Index discharges, unplanned and planned readmissions, emergency visits. */
    String metrics() {
        JsonNode metrics = truth.get("metrics");
        int emergencies = everybody().mapToInt(p -> p.get("edVisits").asInt()).sum();
        return metrics.get("indexDischarges").asInt() + " "
                + metrics.get("unplannedReadmissions30").asInt() + " "
                + metrics.get("plannedWithin30").asInt() + " " + emergencies;
    }

    /** For each message of the file whether it repeats an earlier one. */
    List<Boolean> repeats() {
        return stream(truth.get("messages"))
                .map(message -> message.hasNonNull("duplicateOf"))
                .toList();
    }

    private Set<String> identifiers(JsonNode person) {
        return lines(stream(person.get("identifiers"))
                .map(one -> text(one.get("assigner")) + ":" + text(one.get("value")) + " " + text(one.get("status"))));
    }

    private Stream<JsonNode> everybody() {
        return stream(truth.get("persons"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> strings(JsonNode array) {
        return stream(array).map(JsonNode::asString).toList();
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "-" : value.asString();
    }

    private static @Nullable Instant instant(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        String text = value.asString();
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(CLINIC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static Set<String> lines(Stream<String> lines) {
        TreeSet<String> sorted = new TreeSet<>();
        lines.forEach(sorted::add);
        return sorted;
    }
}
