package care.throughline.infra.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.throughline.samples.Fixtures;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VectorsTest {

    @Test
    void our_own_sample_is_judged_as_it_says() {
        assertThat(wronglyJudged(sample("inclusion.json"))).isEmpty();
        assertThat(wronglyJudged(sample("consistency.json"))).isEmpty();
    }

    @Test
    void the_196_public_vectors_are_judged_as_they_say() {
        assumeTrue(Fixtures.found().areShared(), "SKIPPED: the public vectors are not part of a clone alone");
        JsonNode inclusion = Fixtures.found().json("merkle/inclusion.json");
        JsonNode consistency = Fixtures.found().json("merkle/consistency.json");
        assertThat(inclusion.size() + consistency.size()).isEqualTo(196);
        assertThat(wronglyJudged(inclusion)).isEmpty();
        assertThat(wronglyJudged(consistency)).isEmpty();
    }

    private static List<String> wronglyJudged(JsonNode vectors) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode vector : vectors) {
            boolean holds = vector.has("leafIdx") ? includes(vector) : follows(vector);
            if (holds == vector.path("wantErr").asBoolean()) {
                wrong.add(vector.path("name").asString());
            }
        }
        return wrong;
    }

    private static boolean includes(JsonNode vector) {
        return isHash(vector.path("leafHash"))
                && isHash(vector.path("root"))
                && Check.inclusion(
                        number(vector, "leafIdx"),
                        number(vector, "treeSize"),
                        hash(vector.path("leafHash")),
                        hashes(vector.path("proof")),
                        hash(vector.path("root")));
    }

    private static boolean follows(JsonNode vector) {
        return Check.consistency(
                number(vector, "size1"),
                number(vector, "size2"),
                hash(vector.path("root1")),
                hash(vector.path("root2")),
                hashes(vector.path("proof")));
    }

    /** Unsigned in the vectors; what is beyond a long becomes negative. */
    private static long number(JsonNode vector, String field) {
        return new BigInteger(vector.path(field).asString()).longValue();
    }

    private static List<Hash> hashes(JsonNode proof) {
        List<Hash> hashes = new ArrayList<>();
        proof.forEach(hash -> hashes.add(hash(hash)));
        return hashes;
    }

    /** A few vectors have words in place of roots; equal words shall be equal hashes. */
    private static Hash hash(JsonNode base64) {
        return isHash(base64) ? Hash.parse(base64.asString()) : Hash.leaf(decoded(base64));
    }

    private static boolean isHash(JsonNode base64) {
        return decoded(base64).length == Hash.LENGTH;
    }

    private static byte[] decoded(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }

    private static JsonNode sample(String name) {
        return Fixtures.samples().json("merkle/" + name);
    }
}
