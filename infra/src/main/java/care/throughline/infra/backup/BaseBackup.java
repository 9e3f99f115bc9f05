package care.throughline.infra.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Copies the files of a PostgreSQL that goes on writing meanwhile, as its manual says (25.3.4, low-level API): what was
 * copied while it changed is put right by the write-ahead log when it is restored.
 */
final class BaseBackup {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> LEFT_EMPTY = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_internal.init", "backup_label");
    private static final Path CONTROL = Path.of("global", "pg_control");

    private final DataSource owner;
    private final Path source;
    private final WalArchive archive;

    /** @param source the directory of the PostgreSQL that the owner is connected to */
    BaseBackup(DataSource owner, Path source, WalArchive archive) {
        this.owner = owner;
        this.source = source;
        this.archive = archive;
    }

    /** Writes it into a new folder, which is whole when this returns. */
    About take(Path folder) throws IOException {
        try (SingleConnectionDataSource session = session()) {
            JdbcClient db = JdbcClient.create(session);
            Instant begun = now(db);
            String first = db.sql("select pg_walfile_name(pg_backup_start('throughline', true))")
                    .query(String.class)
                    .single();
            Map<Path, String> hashes = copyAll(folder.resolve("files"));
            Stopped stopped = stop(db, first);
            String version = Files.readString(source.resolve("PG_VERSION")).strip();
            About about = new About(version, begun, now(db), head(db), first, stopped.label());
            new FileList(hashes).write(folder);
            about.write(folder);
            return about;
        } catch (SQLException e) {
            throw new Refused("The database cannot be reached.", e);
        }
    }

    private SingleConnectionDataSource session() throws SQLException {
        return new SingleConnectionDataSource(owner.getConnection(), true);
    }

    private Map<Path, String> copyAll(Path to) throws IOException {
        Map<Path, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path name = source.relativize(path);
                if (Files.isDirectory(path)) {
                    Copies.makeFolder(to.resolve(name));
                } else if (belongs(name) && !name.equals(CONTROL)) {
                    copy(name, to, hashes);
                }
            }
        }
        copy(CONTROL, to, hashes);
        return hashes;
    }

    private void copy(Path name, Path to, Map<Path, String> hashes) throws IOException {
        Optional<String> hash = Copies.durably(source.resolve(name), to.resolve(name));
        hash.ifPresent(known -> hashes.put(name, known));
    }

    private static boolean belongs(Path name) {
        String file = name.getFileName().toString();
        return !LEFT_EMPTY.contains(name.getName(0).toString())
                && !LEFT_OUT.contains(file)
                && !file.startsWith("pgsql_tmp");
    }

    private record Stopped(String label, String lastSegment) {}

    /** Returns when all that the backup needs is in the archive. */
    private Stopped stop(JdbcClient db, String first) {
        try {
            db.sql("set statement_timeout = " + PATIENCE.toMillis()).update();
            Stopped stopped = db.sql("select labelfile, pg_walfile_name(lsn) from pg_backup_stop(true)")
                    .query((ResultSet row, int number) -> new Stopped(row.getString(1), row.getString(2)))
                    .single();
            if (archive.holds(first) && archive.holds(stopped.lastSegment())) {
                return stopped;
            }
            throw new Refused("The write-ahead log of this backup is not in the archive. Try once more;"
                    + " if it happens again look at the disk, and whether gzip and cmp are there.");
        } catch (DataAccessException e) {
            throw new Refused(
                    "The write-ahead log could not be archived within " + PATIENCE.toMinutes()
                            + " minutes: is the disk full, or gzip missing?",
                    e);
        }
    }

    private static long head(JdbcClient db) {
        boolean isThere = db.sql("select to_regclass('store.event') is not null")
                .query(Boolean.class)
                .single();
        return isThere
                ? db.sql("select coalesce(max(position), -1) from store.event")
                        .query(Long.class)
                        .single()
                : -1;
    }

    private static Instant now(JdbcClient db) {
        return db.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
