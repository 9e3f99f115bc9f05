package care.throughline.infra.backup;

import care.throughline.infra.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Backs the embedded database up while it runs, or while it does not: {@code --to=folder [--apart=folder] [--keep=14]}. The
 * first backup also lets the write-ahead log be archived there, so that every moment after it can be restored.
 */
public final class Backup {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Order order;
    private final Clock clock;
    private final Consumer<String> say;

    Backup(Order order, Clock clock, Consumer<String> say) {
        this.order = order;
        this.clock = clock;
        this.say = say;
    }

    /** See {@code infra/docs/operations.md}. */
    public static void main(String[] arguments) {
        Consumer<String> out = Console.lines(System.out);
        Console.run(arguments, order -> new Backup(order, Clock.systemUTC(), out).run(), out);
    }

    void run() {
        Path to = order.neededPath("to", "where the backups are kept");
        refuseInside(to, order.data(), "the data directory, which they are to survive");
        order.path("apart").ifPresent(apart -> {
            refuseInside(apart, to, "the backups: whoever finds both can read everything");
            refuseInside(to, apart, "the folder of the keys: whoever finds both can read everything");
        });
        try {
            if (!Files.isDirectory(order.postgres())) {
                throw new Refused("There is no embedded database in " + order.data() + ".");
            }
            takeFrom(new Backups(to));
            apart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseInside(Path path, Path folder, String what) {
        if (path.startsWith(folder)) {
            throw new Refused("Choose another folder than " + path + ": it lies within " + what + ".");
        }
    }

    private void takeFrom(Backups backups) throws IOException {
        DataSource running =
                EmbeddedDatabase.answering(order.postgres(), order.port()).orElse(null);
        if (running != null) {
            take(backups, running);
            return;
        }
        try (EmbeddedDatabase started = EmbeddedDatabase.in(order.postgres(), order.port(), PATIENCE)) {
            take(backups, started.database().owner());
        }
    }

    private void take(Backups backups, DataSource owner) throws IOException {
        WalArchive archive = backups.archive();
        if (archive.turnOn(JdbcClient.create(owner))) {
            say.accept("From now on the write-ahead log is archived beside it, at the latest every "
                    + WalArchive.SECONDS + " s.");
        }
        Backups.Base base = backups.add(new BaseBackup(owner, order.postgres(), archive), clock.instant());
        say.accept("Backed up to " + base.folder() + ": everything up to position "
                + base.about().position() + ". Any moment from " + base.about().ended() + " on can be restored.");
        int keep = Integer.parseInt(order.said().getOrDefault("keep", Integer.toString(Integer.MAX_VALUE)));
        int removed = backups.keepOnly(Math.max(1, keep));
        if (removed > 0) {
            say.accept("Removed " + removed + " older, and what only these needed.");
        }
    }

    private void apart() throws IOException {
        Path apart = order.path("apart").orElse(null);
        if (apart == null) {
            say.accept("Not in it, on purpose: master.key, ledger.key, erasures.list and checkpoints.log in "
                    + order.data() + ". Keep copies of them where this backup is not (-Dapart=...).");
            return;
        }
        List<String> names = new Apart(order.data()).copyTo(apart);
        say.accept("Apart from it, in " + apart + ": " + String.join(", ", names) + ".");
    }
}
