package care.throughline.infra.ledger;

import care.throughline.infra.database.Database;
import care.throughline.infra.database.Schemas;
import care.throughline.infra.testing.PostgresForTests;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store of invented events with a ledger over it, and somebody who owns the database and changes what nobody may. */
final class LedgerForTests implements AutoCloseable {

    static final SigningKey KEY = key("test.example/ledger", 1);

    final Database database = new Database(PostgresForTests.freshUrl(), "postgres", null);
    final Path folder = freshFolder();
    final HikariDataSource dataSource;
    final LedgerParts parts;
    final KeyFile keyFile;

    LedgerForTests() {
        this(KEY);
    }

    LedgerForTests(SigningKey key) {
        Schemas.migrate(database);
        HikariConfig inRole = new HikariConfig();
        inRole.setDataSource(database.owner());
        inRole.setConnectionInitSql("set role throughline_ledger");
        inRole.setMaximumPoolSize(4);
        inRole.setMinimumIdle(0);
        dataSource = new HikariDataSource(inRole);
        keyFile = new KeyFile(folder.resolve("ledger.key"));
        write(folder.resolve("ledger.key"), key.secret());
        parts = LedgerParts.of(
                dataSource,
                new CurrentKey(folder.resolve("ledger.key"), () -> keyFile.read(false, null, () -> true)),
                new CheckpointFile(folder.resolve("checkpoints.log")));
    }

    static SigningKey key(String origin, int seed) {
        byte[] bytes = new byte[SigningKey.SEED];
        Arrays.fill(bytes, (byte) seed);
        return new SigningKey(origin, bytes);
    }

    /** Stores so many events behind those that are there. */
    void store(int events) {
        owner("""
                insert into store.event (position, recorded_at, event_id, sequence, version,
                                         aggregate_type, aggregate_id, name, payload, metadata)
                select at, '2026-11-20T14:00:00Z'::timestamptz + at * interval '1001 microseconds',
                       md5('event ' || at)::uuid, at / 7, 1, case when at %% 5 = 0 then null else 'Stay' end,
                       'stay_' || at %% 7, case when at %% 3 = 0 then 'stay.Admitted' else 'stay.Discharged' end,
                       convert_to('{"note":"Zoë \\"' || at || '\\""}', 'UTF8'), convert_to('{"actor":"system:test"}', 'UTF8')
                from (select generate_series(h, h + %d - 1) as at
                      from (select coalesce(max(position), -1) + 1 as h from store.event) head) fresh
                """.formatted(events));
    }

    /** Hashes what is stored. */
    Growth grow() throws SQLException, Contradiction {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Growth growth = new Growth(connection, parts.tiles().size(), parts.tiles());
            List<StoredEntry> next = parts.entries().between(growth.size(), Long.MAX_VALUE - 4_096);
            while (!next.isEmpty()) {
                growth.add(next);
                next = parts.entries().between(growth.size(), Long.MAX_VALUE - 4_096);
            }
            return growth;
        }
    }

    /** Hashes what is stored, and signs it. */
    Checkpoint sign() throws SQLException, Contradiction {
        Growth growth = grow();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Checkpoint checkpoint = Checkpoint.sign(growth.size(), growth.root(), parts.key());
            parts.file().append(checkpoint);
            Checkpoints.add(connection, checkpoint);
            return checkpoint;
        }
    }

    LedgerOfStore ledger() {
        return new LedgerOfStore(parts, new Status(parts, null));
    }

    void owner(String sql) {
        JdbcClient.create(database.owner()).sql(sql).update();
    }

    /** What the owner of the database can do although nobody may: triggers do not fire. */
    void tamper(String sql) {
        PGSimpleDataSource behindTheBack = (PGSimpleDataSource) database.owner();
        behindTheBack.setOptions("-c session_replication_role=replica");
        JdbcClient.create(behindTheBack).sql(sql).update();
    }

    @Override
    public void close() {
        dataSource.close();
    }

    private static void write(Path file, String line) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path freshFolder() {
        try {
            Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(Path.of("target"), "ledger-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
