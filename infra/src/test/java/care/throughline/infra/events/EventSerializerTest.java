package care.throughline.infra.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Recorded;
import care.throughline.command.Rejected;
import care.throughline.events.FacilityCode;
import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.PatientEvent.DemographicsCorrected;
import care.throughline.events.patient.PatientEvent.IdentifierAdded;
import care.throughline.events.patient.PatientEvent.Registered;
import care.throughline.infra.sealing.TestVaults;
import care.throughline.infra.sealing.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class EventSerializerTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final PatientId ADA = new PatientId("pat_ada");

    private final Vault vault = TestVaults.inMemory();
    private final EventSerializer serializer = new EventSerializer(vault);

    @Test
    void an_event_is_stored_under_its_stable_name_and_version() {
        SerializedObject<String> stored = serializer.serialize(new Registered(ADA, NOW), String.class);
        assertThat(stored.getType().getName()).isEqualTo("patient.Registered");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(stored.getData()).isEqualTo("""
                {"patient":"pat_ada","occurredAt":"2026-03-04T05:06:07Z"}""");
    }

    @Test
    void personal_data_comes_back_in_its_declared_type() {
        IdentifierAdded event = new IdentifierAdded(
                ADA,
                new IdentifierKey("idk_x"),
                Personal.of(ADA, new Identifier("RVBND", "777", Identifier.Type.MR)),
                NOW);
        assertThat(again(event)).isEqualTo(event);
    }

    @Test
    void a_sealed_map_keeps_the_type_of_its_keys_and_sets_are_sorted() {
        DemographicsCorrected event = new DemographicsCorrected(
                ADA,
                Set.of(DemographicField.ZIP, DemographicField.GIVEN, DemographicField.FAMILY),
                Personal.of(ADA, Map.of(DemographicField.GIVEN, "Ada", DemographicField.FAMILY, "Lovelace")),
                NOW);
        assertThat(again(event)).isEqualTo(event);
        String stored = serializer.serialize(event, String.class).getData();
        assertThat(stored).contains("[\"FAMILY\",\"GIVEN\",\"ZIP\"]").doesNotContain("Lovelace");
    }

    @Test
    void a_forgotten_person_is_read_as_forgotten_and_stays_so() {
        IdentifierAdded event = new IdentifierAdded(
                ADA,
                new IdentifierKey("idk_x"),
                Personal.of(ADA, new Identifier("RVBND", "777", Identifier.Type.MR)),
                NOW);
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
        vault.forget(List.of(ADA.value()));
        IdentifierAdded read = serializer.deserialize(stored);
        assertThat(read.identifier()).isEqualTo(Personal.forgotten("pat_ada"));
        assertThat(again(read)).isEqualTo(read);
        assertThatThrownBy(() -> serializer.serialize(event, byte[].class)).isInstanceOf(Rejected.class);
    }

    @Test
    void unknown_fields_are_ignored_and_missing_ones_are_not() {
        assertThat(read("patient.Registered", "1", """
                {"patient":"pat_ada","occurredAt":"2026-03-04T05:06:07Z","colour":"red"}""")).isEqualTo(new Registered(ADA, NOW));
        assertThatThrownBy(() -> read("patient.Registered", "1", """
                {"patient":"pat_ada"}"""))
                .rootCause()
                .hasMessageContaining("occurredAt");
        assertThatThrownBy(() -> read("patient.Registered", "1", """
                {"patient":null,"occurredAt":"2026-03-04T05:06:07Z"}"""))
                .rootCause()
                .hasMessageContaining("patient");
        assertThatThrownBy(() -> read("transition.EndedByReadmission", "1", """
                {"transition":"trn_1","readmission":"stay_1","occurredAt":"2026-03-04T05:06:07Z"}"""))
                .rootCause()
                .hasMessageContaining("planned");
        assertThatThrownBy(() -> read("patient.IdentifierAdded", "1", """
                {"patient":"pat_ada","key":"idk_x","identifier":{"sealed":"AA=="},"occurredAt":"2026-03-04T05:06:07Z"}"""))
                .rootCause()
                .hasMessageContaining("without its subject");
    }

    @Test
    void what_may_be_missing_is_not_written() {
        assertThat(read("patient.DeathRecorded", "1", """
                {"patient":"pat_ada","occurredAt":"2026-03-04T05:06:07Z"}"""))
                .hasToString("DeathRecorded[patient=pat_ada, diedAt=null, occurredAt=2026-03-04T05:06:07Z]");
    }

    @Test
    void an_unknown_name_or_version_is_an_error_that_names_it() {
        assertThatThrownBy(() -> read("patient.Vanished", "1", "{}"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("no event is called 'patient.Vanished'");
        assertThatThrownBy(() -> read("patient.Registered", "7", "{}"))
                .hasMessageContaining("'patient.Registered' is stored in version 7 and read in version 1");
    }

    @Test
    void only_what_is_allowed_is_stored_or_read() {
        assertThatThrownBy(() -> read("java.net.URL", null, "\"http://localhost\""))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("care.throughline.events.EventNames", null, "{}"))
                .hasMessageContaining("only events, records and enums");
        assertThatThrownBy(() -> read("care.throughline.events.patient.PatientEvent$Registered", null, "{}"))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("care.throughline.events.Vanished", null, "{}"))
                .hasMessageContaining("there is no care.throughline.events.Vanished");
        assertThatThrownBy(() -> serializer.serialize(new AtomicLong(), String.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("AtomicLong");
    }

    @Test
    void answers_ids_and_plain_values_travel_too() {
        for (Object value : List.of(new Recorded(7), ADA, new FacilityCode("RVBND"), "text", 7L, 7, true, NOW)) {
            assertThat(again(value)).isEqualTo(value);
        }
        assertThat(again(DemographicField.ZIP)).isEqualTo(DemographicField.ZIP);
    }

    @Test
    void nothing_is_nothing() {
        assertThat(serializer.typeForClass(null)).isEqualTo(SerializedType.emptyType());
        assertThat(serializer.typeForClass(Void.class)).isEqualTo(SerializedType.emptyType());
        assertThat(serializer.typeForClass(void.class)).isEqualTo(SerializedType.emptyType());
        assertThat(serializer.classForType(SerializedType.emptyType())).isEqualTo(Void.class);
    }

    @Test
    void metadata_comes_back() {
        MetaData metaData = MetaData.with("actor", "c.rivera").and("correlationId", "msg_1");
        assertThat(again(metaData)).isEqualTo(metaData);
    }

    static List<TrackingToken> tokens() {
        GlobalSequenceTrackingToken at7 = new GlobalSequenceTrackingToken(7);
        GlobalSequenceTrackingToken at9 = new GlobalSequenceTrackingToken(9);
        return List.of(
                at7,
                new GapAwareTrackingToken(9, List.of(3L, 5L)),
                ReplayToken.createReplayToken(at9, at7),
                ReplayToken.createReplayToken(at9),
                ReplayToken.createReplayToken(at9, at7, "why"),
                new MergedTrackingToken(at7, at9),
                ReplayToken.createReplayToken(new MergedTrackingToken(at7, at9), at7),
                new ConfigToken(Map.of("id", "x")));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void every_token_comes_back(TrackingToken token) {
        assertThat(again(token)).isEqualTo(token);
    }

    @Test
    void upcasters_can_work_on_the_tree() {
        SerializedObject<JsonNode> stored = serializer.serialize(new Registered(ADA, NOW), JsonNode.class);
        assertThat(stored.getData().get("patient").stringValue()).isEqualTo("pat_ada");
        assertThat(serializer.<JsonNode, Registered>deserialize(stored)).isEqualTo(new Registered(ADA, NOW));
    }

    private Object again(Object value) {
        return serializer.deserialize(serializer.serialize(value, byte[].class));
    }

    private Object read(String name, @Nullable String revision, String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, name, revision));
    }
}
