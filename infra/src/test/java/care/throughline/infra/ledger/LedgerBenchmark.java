package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.throughline.infra.merkle.Check;
import care.throughline.infra.merkle.Hash;
import care.throughline.query.ledger.Ledger.Inclusion;
import care.throughline.verifier.Verifier;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** What the ledger costs: {@code java ... LedgerBenchmark <leaves of the large tree> <stored events>}; see infra/docs/benchmarks.md. */
public final class LedgerBenchmark {

    private static final int PROOFS = 2_000;
    private static final byte[] METADATA =
            "{\"actor\":\"staff-1\",\"role\":\"COORDINATOR\",\"purpose\":\"TREAT\",\"correlationId\":\"0f8fad5b\"}"
                    .getBytes(UTF_8);
    private static final byte[] PAYLOAD = ("{\"text\":\"" + "x".repeat(450) + "\"}").getBytes(UTF_8);

    private final PrintStream out;

    private LedgerBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Measures and prints; the arguments are counts. */
    public static void main(String[] arguments) throws Exception {
        run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), System.out);
    }

    static void run(int leaves, int stored, PrintStream out) throws Exception {
        LedgerBenchmark benchmark = new LedgerBenchmark(out);
        try (LedgerForTests test = new LedgerForTests()) {
            benchmark.append(test, leaves);
            benchmark.prove(test, leaves);
        }
        try (LedgerForTests test = new LedgerForTests()) {
            benchmark.verify(test, stored);
        }
    }

    /** Hashing and storing, in batches as a quiet and as a busy store makes them. */
    private void append(LedgerForTests test, int leaves) throws Exception {
        try (Connection connection = test.dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Growth growth = new Growth(connection, 0, test.parts.tiles());
            for (int batch : new int[] {1, 8, 32, 512}) {
                int batches = Math.min(2_000, Math.max(1, leaves / 8 / batch));
                grow(growth, batch, batches);
                Measured measured = measure(() -> grow(growth, batch, batches));
                out.printf(
                        Locale.US,
                        "append, batches of %d: %.1f us of this thread's CPU an event, %.0f events/s%n",
                        batch,
                        measured.cpuMicros() / ((double) batch * batches),
                        measured.perSecond((long) batch * batches));
            }
            int left = (int) ((leaves - growth.size()) / StoredEntries.PAGE);
            Measured measured = measure(() -> grow(growth, StoredEntries.PAGE, left));
            long events = (long) left * StoredEntries.PAGE;
            out.printf(
                    Locale.US,
                    "catch up, pages of %d: %.1f us of this thread's CPU an event, %.0f events/s%n",
                    StoredEntries.PAGE,
                    measured.cpuMicros() / (double) events,
                    measured.perSecond(events));
        }
    }

    private static void grow(Growth growth, int batch, int batches) throws Exception {
        for (int i = 0; i < batches; i++) {
            List<StoredEntry> entries = new ArrayList<>(batch);
            for (int j = 0; j < batch; j++) {
                entries.add(entry(growth.size() + j));
            }
            growth.add(entries);
        }
    }

    private static StoredEntry entry(long position) {
        return new StoredEntry(
                position,
                Instant.ofEpochSecond(1_795_000_000L, position % 1_000_000 * 1_000),
                new UUID(position, ~position),
                3,
                1,
                "Transition",
                "trn_12345678-1234-1234-1234-123456789012",
                "transition.OutreachRecorded",
                METADATA,
                PAYLOAD);
    }

    /** Proofs of events anywhere in the large tree, each checked. */
    private void prove(LedgerForTests test, int leaves) {
        LedgerOfStore ledger = test.ledger();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long size = test.parts.tiles().size();
        Random random = new Random(1);
        long[] nanos = new long[PROOFS];
        for (int i = -PROOFS / 4; i < PROOFS; i++) {
            long position = random.nextInt((int) size);
            long start = System.nanoTime();
            Inclusion proof = ledger.inclusion(position, size).orElseThrow();
            nanos[Math.max(0, i)] = System.nanoTime() - start;
            List<Hash> path = proof.proof().stream().map(Hash::parse).toList();
            if (!Check.inclusion(position, size, Hash.parse(proof.leaf()), path, Hash.parse(proof.root()))) {
                throw new IllegalStateException("a proof of " + position + " of " + leaves + " does not hold");
            }
        }
        double cpuMillis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
        Arrays.sort(nanos);
        out.printf(
                Locale.US,
                "proof of 1 in %,d: p50 %.2f ms, p99 %.2f ms; made and checked: %.2f ms of this thread's CPU%n",
                size,
                nanos[PROOFS / 2] / 1e6,
                nanos[PROOFS * 99 / 100] / 1e6,
                cpuMillis / (PROOFS * 1.25));
    }

    /** Everything compared in place, and everything exported and verified by the stand-alone verifier. */
    private void verify(LedgerForTests test, int stored) throws Exception {
        test.store(stored);
        test.sign();
        LedgerOfStore ledger = test.ledger();
        ledger.verify(0, stored / 2);
        Measured compared = measure(() -> {
            if (!ledger.verify(0, stored).holds()) {
                throw new IllegalStateException("the events were altered");
            }
        });
        out.printf(
                Locale.US,
                "compared in place: %.0f events/s, by this thread's CPU %.0f events/s%n",
                compared.perSecond(stored),
                compared.perCpuSecond(stored));
        Path folder = Files.createDirectories(test.folder.resolve("everything"));
        for (var file :
                ExportsForTests.take(test, ExportsForTests.everything(null)).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        verified(folder);
        Measured measured = measure(() -> verified(folder));
        out.printf(
                Locale.US,
                "verified by the stand-alone verifier: %.0f events/s, by this thread's CPU %.0f events/s%n",
                measured.perSecond(stored),
                measured.perCpuSecond(stored));
    }

    private static void verified(Path folder) {
        if (Verifier.run(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), folder.toString())
                != Verifier.VERIFIED) {
            throw new IllegalStateException("the export was altered");
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private record Measured(long nanos, long cpuNanos) {

        double perSecond(long events) {
            return events * 1e9 / nanos;
        }

        double perCpuSecond(long events) {
            return events * 1e9 / cpuNanos;
        }

        double cpuMicros() {
            return cpuNanos / 1e3;
        }
    }

    private static Measured measure(Work work) throws Exception {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Measured(
                System.nanoTime() - start, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
    }
}
