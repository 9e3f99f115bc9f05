package care.throughline.infra.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventNames;
import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.TransitionId;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.PatientEvent.DemographicsCorrected;
import care.throughline.events.patient.PatientEvent.IdentifierAdded;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent.OutreachAttempted;
import care.throughline.infra.sealing.TestVaults;
import care.throughline.infra.sealing.Vault;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants words that could only come from a person, and looks for them in everything that would be stored. */
class CanaryTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final PatientId ADA = new PatientId("pat_ada");
    private static final List<String> CANARIES =
            List.of("Kanarienvogel", "Zwitscherling", "1815-12-10", "MRN-4711-4711", "afraid of the stairs");

    private final Vault vault = TestVaults.inMemory();
    private final EventSerializer serializer = new EventSerializer(vault);

    private final List<Object> events = List.of(
            new DemographicsCorrected(
                    ADA,
                    Set.of(DemographicField.GIVEN, DemographicField.FAMILY, DemographicField.BIRTH_DATE),
                    Personal.of(
                            ADA,
                            Map.of(
                                    DemographicField.GIVEN, "Kanarienvogel",
                                    DemographicField.FAMILY, "Zwitscherling",
                                    DemographicField.BIRTH_DATE, "1815-12-10")),
                    NOW),
            new IdentifierAdded(
                    ADA,
                    new IdentifierKey("idk_x"),
                    Personal.of(ADA, new Identifier("RVBND", "MRN-4711-4711", Identifier.Type.MR)),
                    NOW),
            new OutreachAttempted(
                    new TransitionId("trn_1"),
                    "attempt-1",
                    Channel.PHONE,
                    Outcome.REACHED,
                    7,
                    Personal.of(ADA, "afraid of the stairs"),
                    NOW));

    static Stream<Class<? extends DomainEvent>> events_of_any_kind() {
        return EventNames.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events_of_any_kind")
    void whatever_is_personal_in_an_event_is_sealed(Class<? extends DomainEvent> event) {
        Object full = SampleValues.of(event);
        String stored = everyReadingOf(
                new String(serializer.serialize(full, byte[].class).getData(), UTF_8));
        assertThat(Canaries.personalTextsIn(full)).noneMatch(stored::contains);
    }

    @ParameterizedTest
    @MethodSource("events_of_any_kind")
    void a_text_in_the_open_is_a_code_or_a_name_of_ours(Class<? extends DomainEvent> event) {
        assertThat(Canaries.openTextsOf(event))
                .as("a text in an event that anybody can type is a Personal<String>; a code is listed in Canaries")
                .isEmpty();
    }

    @Test
    void nothing_personal_is_in_what_is_stored() {
        for (Object event : events) {
            String stored = new String(serializer.serialize(event, byte[].class).getData(), UTF_8);
            assertThat(everyReadingOf(stored)).doesNotContain(CANARIES.toArray(String[]::new));
        }
    }

    @Test
    void nothing_personal_is_printed() {
        assertThat(events.toString()).doesNotContain(CANARIES.toArray(String[]::new));
    }

    @Test
    void a_failure_to_read_shows_nothing_personal() {
        Personal<String> note = Personal.of(ADA, "afraid of the stairs");
        byte[] sealed = vault.seal(ADA.value(), PersonalJson.PURPOSE, "\"afraid of the stairs\"".getBytes(UTF_8));
        String asIdentifier =
                "{\"patient\":\"pat_ada\",\"key\":\"idk_x\",\"identifier\":{\"subject\":\"" + note.subject()
                        + "\",\"sealed\":\"" + Base64.getEncoder().encodeToString(sealed)
                        + "\"},\"occurredAt\":\"2026-03-04T05:06:07Z\"}";
        SerializedObject<byte[]> stored = new SimpleSerializedObject<>(
                asIdentifier.getBytes(UTF_8), byte[].class, "patient.IdentifierAdded", "1");
        assertThat(catchThrowable(() -> serializer.deserialize(stored)))
                .isNotNull()
                .satisfies(failure -> assertThat(messages(failure)).doesNotContain("stairs"));
    }

    @Test
    void it_would_have_been_noticed() {
        assertThat(everyReadingOf(
                        "{\"x\":\"" + Base64.getEncoder().encodeToString("Kanarienvogel".getBytes(UTF_8)) + "\"}"))
                .contains("Kanarienvogel");
    }

    /** As it is, and every text in it read as base64. */
    private static String everyReadingOf(String stored) {
        return Stream.concat(
                        Stream.of(stored),
                        Arrays.stream(stored.split("[^A-Za-z0-9+/=]+", -1)).flatMap(CanaryTest::decoded))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> decoded(String text) {
        try {
            return Stream.of(new String(Base64.getDecoder().decode(text), UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Stream.empty();
        }
    }

    private static String messages(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("\n"));
    }
}
