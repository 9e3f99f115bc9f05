package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.verifier.Verifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The stand-alone verifier against exports that somebody falsified; more with {@code -Dthroughline.ledger.manipulations}. */
class ManipulationsTest {

    private static final int EVENTS = 40;
    private static final long KNOWN = 23;
    private static final List<Manipulation> WAYS = List.of(Manipulation.values());
    private static final List<Long> SOME =
            LongStream.of(0, 3, 4, 5, 22, 23, 31, 39).boxed().toList();

    private static final LedgerForTests GENUINE = new LedgerForTests();
    private static final LedgerForTests FORGED = new LedgerForTests(LedgerForTests.key("test.example/ledger", 2));
    private static final LedgerForTests FORKED = new LedgerForTests();
    private static final Map<Taken, Map<String, byte[]>> TAKEN = new HashMap<>();
    private static Path known = Path.of("");

    @BeforeAll
    static void keep_a_checkpoint_for_later() throws Exception {
        for (LedgerForTests test : List.of(GENUINE, FORGED, FORKED)) {
            test.store((int) KNOWN);
            if (test != GENUINE) {
                test.tamper("update store.event set name = 'stay.Cancelled' where position = 3");
            }
            test.sign();
            test.store(EVENTS - (int) KNOWN);
            test.sign();
        }
        Checkpoint kept = GENUINE.parts.checkpoints().ofSize(KNOWN).orElseThrow();
        known = Files.writeString(GENUINE.folder.resolve("kept"), kept.note());
    }

    @AfterAll
    static void stop() {
        GENUINE.close();
        FORGED.close();
        FORKED.close();
    }

    @Test
    void what_nobody_touched_is_verified() throws IOException {
        for (boolean complete : new boolean[] {true, false}) {
            Told told = verify(files(GENUINE, complete));
            assertThat(told.outcome()).as(told.words()).isEqualTo(Verifier.VERIFIED);
            assertThat(told.words())
                    .contains("is signed by the log")
                    .contains("All " + (complete ? EVENTS : SOME.size()) + " events are there")
                    .contains("It continues the checkpoint of 23 events that you knew")
                    .endsWith("VERIFIED Nothing was altered.\n");
        }
    }

    @Test
    void a_thousand_manipulations_are_all_detected(TestReporter report) throws IOException {
        long seed = Long.getLong("throughline.ledger.seed", System.nanoTime());
        int count = Integer.getInteger("throughline.ledger.manipulations", 1_000);
        report.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        Map<Manipulation, Integer> detected = new EnumMap<>(Manipulation.class);
        for (int i = 0; i < count; i++) {
            Manipulation manipulation = WAYS.get(random.nextInt(WAYS.size()));
            boolean complete = random.nextBoolean();
            Map<String, byte[]> falsified =
                    manipulation.of(files(GENUINE, complete), files(FORGED, complete), files(FORKED, complete), random);
            Told told = verify(falsified);
            assertThat(told.outcome())
                    .as("%s, number %d of seed %d, said: %s", manipulation, i, seed, told.words())
                    .isEqualTo(Verifier.ALTERED);
            detected.merge(manipulation, 1, Integer::sum);
        }
        report.publishEntry("detected", detected.toString());
        assertThat(detected).hasSize(WAYS.size());
    }

    @Test
    void the_first_alteration_is_named() throws IOException {
        for (boolean complete : new boolean[] {true, false}) {
            Map<String, byte[]> files = files(GENUINE, complete);
            String events = new String(files.getOrDefault("events.ndjson", new byte[0]), UTF_8);
            files.put(
                    "events.ndjson",
                    events.replace("Zoë \\\\\\\"22", "Zoe \\\\\\\"22").getBytes(UTF_8));
            assertThat(verify(files).words()).contains("ALTERED  the event at position 22 (stay.");
            files.put(
                    "events.ndjson",
                    events.replaceFirst("\\{\"position\":5,.*\n", "").getBytes(UTF_8));
            assertThat(verify(files).words()).contains("the event at position 5 is missing");
        }
    }

    private record Told(int outcome, String words) {}

    private static Map<String, byte[]> files(LedgerForTests test, boolean complete) {
        return new LinkedHashMap<>(TAKEN.computeIfAbsent(new Taken(test, complete), Taken::files));
    }

    /** Each export is taken once. */
    private record Taken(LedgerForTests test, boolean complete) {

        Map<String, byte[]> files() {
            try {
                return ExportsForTests.take(
                        test, complete ? ExportsForTests.everything(KNOWN) : ExportsForTests.some(SOME, KNOWN));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Told verify(Map<String, byte[]> files) throws IOException {
        Path export = Files.createTempFile(GENUINE.folder, "falsified-", ".zip");
        ExportsForTests.write(files, export);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int outcome = Verifier.run(
                new PrintStream(out, true, UTF_8),
                "--key",
                LedgerForTests.KEY.verifying().line(),
                "--known",
                known.toString(),
                export.toString());
        Files.delete(export);
        return new Told(outcome, out.toString(UTF_8));
    }
}
