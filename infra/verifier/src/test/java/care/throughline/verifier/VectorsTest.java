package care.throughline.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VectorsTest {

    private static final Pattern VECTOR = Pattern.compile("\\{[^}]*}");
    private static final Pattern HASH = Pattern.compile("\"([A-Za-z0-9+/=]*)\"");

    private final Tree tree = new Tree();

    @Test
    void our_own_sample_is_judged_as_it_says() throws IOException {
        assertThat(wronglyJudged(vectors(sample("inclusion.json")))).isEmpty();
        assertThat(wronglyJudged(vectors(sample("consistency.json")))).isEmpty();
    }

    @Test
    void the_196_public_vectors_are_judged_as_they_say() throws IOException {
        List<String> vectors = new ArrayList<>(vectors(fixture("inclusion.json")));
        vectors.addAll(vectors(fixture("consistency.json")));
        assertThat(vectors).hasSize(196);
        assertThat(wronglyJudged(vectors)).isEmpty();
    }

    private List<String> wronglyJudged(List<String> vectors) {
        return vectors.stream()
                .filter(vector -> (vector.contains("\"leafIdx\"") ? includes(vector) : continues(vector))
                        == value(vector, "wantErr").equals("true"))
                .toList();
    }

    private boolean includes(String vector) {
        byte[] leaf = bytes(vector, "leafHash");
        byte[] root = bytes(vector, "root");
        return leaf.length == Tree.HASH
                && root.length == Tree.HASH
                && tree.includes(number(vector, "leafIdx"), number(vector, "treeSize"), leaf, proof(vector), root);
    }

    private boolean continues(String vector) {
        return tree.continues(
                number(vector, "size1"),
                number(vector, "size2"),
                bytes(vector, "root1"),
                bytes(vector, "root2"),
                proof(vector));
    }

    private static List<String> vectors(String file) {
        return VECTOR.matcher(file).results().map(MatchResult::group).toList();
    }

    private static List<byte[]> proof(String vector) {
        String hashes = value(vector, "proof");
        return hashes.equals("null")
                ? List.of()
                : HASH.matcher(hashes)
                        .results()
                        .map(hash -> Base64.getDecoder().decode(hash.group(1)))
                        .toList();
    }

    private static byte[] bytes(String vector, String field) {
        return Base64.getDecoder().decode(value(vector, field));
    }

    /** Unsigned in the vectors; what is beyond a long becomes negative. */
    private static long number(String vector, String field) {
        return new BigInteger(value(vector, field)).longValue();
    }

    private static String value(String vector, String field) {
        Matcher matcher = Pattern.compile("\"" + field + "\":\\s*(?:\"([^\"]*)\"|(\\[[^]]*]|[a-z0-9]+))")
                .matcher(vector);
        assertThat(matcher.find()).as("%s in %s", field, vector).isTrue();
        return Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
    }

    private static String sample(String name) throws IOException {
        return Files.readString(root().resolve("infra/samples/data/merkle").resolve(name));
    }

    private static String fixture(String name) throws IOException {
        Path folder = Optional.ofNullable(System.getenv("THROUGHLINE_FIXTURES"))
                .map(Path::of)
                .orElseGet(() -> root().resolveSibling("shared").resolve("fixtures"));
        assumeTrue(Files.isDirectory(folder), "SKIPPED: there are no fixtures at " + folder);
        return Files.readString(folder.resolve("merkle").resolve(name));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }

    @Test
    void a_growing_tree_has_the_roots_of_the_sample() throws IOException {
        Tree growing = new Tree();
        for (int size = 1; size <= 13; size++) {
            growing.add(growing.leaf(("entry " + (size - 1)).getBytes(StandardCharsets.US_ASCII)));
            for (String vector : vectors(sample("inclusion.json"))) {
                if (number(vector, "treeSize") == size) {
                    assertThat(Arrays.equals(growing.root(), bytes(vector, "root")))
                            .isTrue();
                }
            }
        }
    }
}
