package care.throughline.infra.intake;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.PostgresForTests;
import care.throughline.samples.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills the application at random moments while it is fed; then everything is sent again. The long campaign:
 * {@code -Dthroughline.intake.kills=20}.
 */
class KilledIntakeTest {

    private static final int KILLS = Integer.getInteger("throughline.intake.kills", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final long seed = Long.getLong("throughline.intake.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Truth truth = new Truth(Fixtures.found().json("expected/adt_truth.json"));
    private final List<byte[]> feed = new SaltedFeed(truth.truth(), "k").inOrder();

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path data;

    @Test
    void killed_while_it_is_fed_it_loses_nothing_and_doubles_nothing() throws Exception {
        String url = PostgresForTests.freshUrl();
        ChildServer server = new ChildServer(url, data);
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                feedUntilKilled(server);
                server.restart();
            }
            try (MllpClient sender = server.connect()) {
                for (byte[] message : feed) {
                    assertThat(sender.send(message)).contains("\rMSA|AA|");
                }
            }
            JdbcClient db = db(url);
            assertThat(awaitTruth(new Known(db, "k", truth.today())))
                    .as("seed %d", seed)
                    .isEmpty();
            assertNothingIsDoubled(db);
        } finally {
            server.kill();
        }
    }

    /** Sends from the start until a random message, and kills while that one is under way. */
    private void feedUntilKilled(ChildServer server) throws IOException, InterruptedException {
        int last = random.nextInt(feed.size());
        try (MllpClient sender = server.connect()) {
            for (byte[] message : feed.subList(0, last)) {
                assertThat(sender.send(message)).contains("\rMSA|AA|");
            }
            Thread inFlight = Thread.ofVirtual().start(() -> sendInVain(sender, feed.get(last)));
            LockSupport.parkNanos(random.nextInt(40_000_000));
            server.kill();
            inFlight.join();
        }
    }

    private static void sendInVain(MllpClient sender, byte[] message) {
        try {
            assertThat(sender.send(message)).contains("\rMSA|AA|");
        } catch (IOException e) {
            // killed before it was answered: it comes again
        }
    }

    /** The differences that are left when the read models have had their time. */
    private List<String> awaitTruth(Known known) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> differences = differences(known);
        while (!differences.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            differences = differences(known);
        }
        return differences;
    }

    private List<String> differences(Known known) {
        List<String> differences = new ArrayList<>();
        note(differences, "persons", known.persons().equals(truth.persons()));
        note(differences, "demographics", known.demographics().equals(truth.demographics()));
        note(differences, "stays", known.stays().equals(truth.stays()));
        note(differences, "transitions", known.transitions().equals(truth.transitions()));
        note(differences, "readmissions", known.readmissions().equals(truth.readmissions()));
        note(differences, "worklist", known.worklist().equals(truth.worklist()));
        note(differences, "metrics", known.metrics().equals(truth.metrics()));
        return differences;
    }

    private static void note(List<String> differences, String what, boolean same) {
        if (!same) {
            differences.add(what);
        }
    }

    private static void assertNothingIsDoubled(JdbcClient db) {
        assertThat(db.sql("""
                        select aggregate_id from store.event where name = 'intake.MessageApplied'
                        group by aggregate_id having count(*) > 1
                        """).query(String.class).list())
                .as("messages applied twice")
                .isEmpty();
        assertThat(db.sql("""
                        select aggregate_id from store.event where name like 'stay.%'
                        group by aggregate_id, convert_from(payload, 'UTF8')::jsonb -> 'report' ->> 'tieBreak'
                        having count(*) > 1
                        """).query(String.class).list())
                .as("reports told twice to a stay")
                .isEmpty();
    }

    private static JdbcClient db(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return JdbcClient.create(source);
    }
}
