package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.merkle.Hash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoredEntryTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T14:00:00.000321Z");
    private static final UUID ID = new UUID(7, -8);

    @Test
    void its_bytes_are_those_of_the_page_on_the_ledger() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write("throughline/event/1\n".getBytes(UTF_8));
        out.writeLong(41);
        out.writeLong(RECORDED.getEpochSecond() * 1_000_000 + 321);
        out.writeLong(7);
        out.writeLong(-8);
        out.writeInt(3);
        out.writeInt(2);
        for (String text : new String[] {"Stay", "stay_ü", "stay.Admitted", "{\"a\":1}", "{\"note\":\"Zoë\"}"}) {
            out.writeInt(text.getBytes(UTF_8).length);
            out.write(text.getBytes(UTF_8));
        }
        assertThat(entry("Stay", "{\"note\":\"Zoë\"}".getBytes(UTF_8)).bytes()).isEqualTo(bytes.toByteArray());
        assertThat(entry("Stay", "{\"note\":\"Zoë\"}".getBytes(UTF_8)).leaf())
                .isEqualTo(Hash.leaf(bytes.toByteArray()));
    }

    @Test
    void no_type_is_another_thing_than_an_empty_one() {
        byte[] none = entry(null, new byte[0]).bytes();
        byte[] empty = entry("", new byte[0]).bytes();
        assertThat(none).hasSameSizeAs(empty).isNotEqualTo(empty);
        assertThat(none).containsSequence(new byte[] {0, 0, 0, 2, -1, -1, -1, -1, 0, 0, 0, 7});
    }

    @Test
    void an_export_has_it_as_text_or_as_base64_where_text_would_not_give_the_same_bytes_back() {
        JsonNode line = JsonMapper.shared().readTree(EventLine.of(entry("Stay", "{\"note\":\"Zoë\"}".getBytes(UTF_8))));
        assertThat(line.get("payload").stringValue()).isEqualTo("{\"note\":\"Zoë\"}");
        assertThat(line.get("position").intValue()).isEqualTo(41);
        assertThat(line.has("payloadBase64")).isFalse();
        JsonNode binary = JsonMapper.shared().readTree(EventLine.of(entry(null, new byte[] {(byte) 0xff, 1})));
        assertThat(binary.get("payloadBase64").stringValue()).isEqualTo("/wE=");
        assertThat(binary.has("payload")).isFalse();
        assertThat(binary.get("aggregateType").isNull()).isTrue();
        assertThat(binary.get("metadata").stringValue()).isEqualTo("{\"a\":1}");
    }

    private static StoredEntry entry(@Nullable String type, byte[] payload) {
        return new StoredEntry(
                41, RECORDED, ID, 3, 2, type, "stay_ü", "stay.Admitted", "{\"a\":1}".getBytes(UTF_8), payload);
    }
}
