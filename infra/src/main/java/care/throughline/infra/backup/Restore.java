package care.throughline.infra.backup;

import care.throughline.infra.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Restores the embedded database as it was at a moment, or at the end of the archive: {@code --from=folder
 * [--at=2026-11-22T09:14:00Z] [--rest=directory of the lost database]}. It touches nothing that is there.
 */
public final class Restore {

    private static final String SEGMENTS = "[0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F]*[0-9A-F]";

    private final Order order;
    private final Consumer<String> say;

    Restore(Order order, Consumer<String> say) {
        this.order = order;
        this.say = say;
    }

    /** See {@code infra/docs/operations.md}. */
    public static void main(String[] arguments) {
        Consumer<String> out = Console.lines(System.out);
        Console.run(arguments, order -> new Restore(order, out).run(), out);
    }

    void run() {
        Backups backups = new Backups(order.neededPath("from", "where the backups are kept"));
        Optional<Instant> at = Optional.ofNullable(order.said().get("at")).map(Restore::instant);
        try {
            refuseToOverwrite();
            Backups.Base base = choose(backups, at);
            Path beside = order.data().resolve("postgres.restoring");
            Copies.remove(beside);
            copy(base, beside);
            order.path("rest").ifPresent(lost -> takeRest(lost, beside));
            Recovery.Restored restored = new Recovery(beside, backups.archive()).to(at);
            Files.move(beside, order.postgres(), StandardCopyOption.ATOMIC_MOVE);
            tell(restored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseToOverwrite() throws IOException {
        if (EmbeddedDatabase.isAnswering(order.port())) {
            throw new Refused(
                    "A PostgreSQL answers on port " + order.port() + ". Stop Throughline first; nothing was changed.");
        }
        if (Files.exists(order.postgres())) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(order.postgres())) {
                if (inside.iterator().hasNext()) {
                    throw new Refused("There is a database in " + order.postgres()
                            + ", and it is not overwritten. If it is lost, keep it aside first: mv "
                            + order.postgres() + " " + order.postgres() + ".lost");
                }
            }
            Files.delete(order.postgres());
        }
    }

    private static Backups.Base choose(Backups backups, Optional<Instant> at) throws IOException {
        return backups.before(at)
                .orElseThrow(() ->
                        new Refused("No base backup there ended before that moment. There are: " + bases(backups)));
    }

    private static String bases(Backups backups) {
        try {
            return String.join(
                    ", ",
                    backups.all().stream()
                            .map(base -> base.about().ended().toString())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the files and compares each with what was backed up; before it recovers PostgreSQL itself sees that they are on the disk. */
    private void copy(Backups.Base base, Path to) throws IOException {
        say.accept("From " + base.folder() + " ...");
        Path files = base.folder().resolve("files");
        try (var folders = Files.walk(files)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                Copies.makeFolder(to.resolve(files.relativize(folder)));
            }
        }
        for (Map.Entry<Path, String> file :
                FileList.read(base.folder()).hashes().entrySet()) {
            Optional<String> hash = Copies.copy(files.resolve(file.getKey()), to.resolve(file.getKey()));
            if (!hash.equals(Optional.of(file.getValue()))) {
                throw new Refused("The base backup " + base.folder() + " is damaged: " + file.getKey()
                        + " is not what was backed up. Choose an earlier one by moving this one away.");
            }
        }
        Files.writeString(to.resolve("backup_label"), base.about().label());
    }

    /** What had been committed and not archived when the database was lost. */
    private static void takeRest(Path lost, Path to) {
        try (DirectoryStream<Path> segments = Files.newDirectoryStream(lost.resolve("pg_wal"), SEGMENTS)) {
            for (Path segment : segments) {
                Copies.copy(segment, to.resolve("pg_wal").resolve(segment.getFileName()));
            }
        } catch (IOException e) {
            throw new Refused("The newest log of " + lost + " cannot be read; leave out -Drest to do without it.", e);
        }
    }

    private void tell(Recovery.Restored restored) {
        say.accept("Restored up to position " + restored.position()
                + restored.recordedAt().map(at -> ", recorded at " + at).orElse("") + ".");
        say.accept("master.key, ledger.key, erasures.list and checkpoints.log in " + order.data()
                + " must be the newest there are, not older copies. Then start Throughline; what it says next is in"
                + " infra/docs/operations.md, \"After a restore\".");
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("Say the moment with its offset, for example -Dat=2026-11-22T09:14:00Z", e);
        }
    }
}
