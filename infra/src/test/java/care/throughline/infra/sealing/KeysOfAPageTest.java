package care.throughline.infra.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.PatientEvent.IdentifierAdded;
import care.throughline.infra.events.EventSerializer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;

class KeysOfAPageTest {

    private final MemoryKeys rows = new MemoryKeys();

    @Test
    void a_page_of_events_costs_one_query_for_keys() {
        EventSerializer writer = new EventSerializer(new Vault(TestVaults.masters(1), rows));
        List<SerializedObject<byte[]>> page = IntStream.range(0, 100)
                .mapToObj(number -> writer.serialize(told("pat_" + (number % 40)), byte[].class))
                .toList();
        EventSerializer reader = new EventSerializer(new Vault(TestVaults.masters(1), rows));
        rows.reads = 0;
        reader.fetchKeys(page.stream().map(SerializedObject::getData));
        page.forEach(event -> assertThat(reader.<byte[], IdentifierAdded>deserialize(event)
                        .identifier()
                        .value())
                .isPresent());
        assertThat(rows.reads).isEqualTo(1);
    }

    private static IdentifierAdded told(String patient) {
        PatientId id = new PatientId(patient);
        return new IdentifierAdded(
                id,
                new IdentifierKey("idk_x"),
                Personal.of(id, new Identifier("RVBND", "777", Identifier.Type.MR)),
                Instant.EPOCH);
    }
}
