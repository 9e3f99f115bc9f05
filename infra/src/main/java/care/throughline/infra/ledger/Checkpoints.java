package care.throughline.infra.ledger;

import care.throughline.infra.merkle.Hash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signed checkpoints of the log that is kept, with the cosignatures that came back for them. */
final class Checkpoints {

    private static final String INSERT =
            "insert into ledger.checkpoint (size, root, note) values (?, ?, ?) on conflict do nothing";

    private final JdbcClient db;
    private final Supplier<String> origin;

    /** @param origin of the log that is kept at that moment */
    Checkpoints(DataSource dataSource, Supplier<String> origin) {
        this.db = JdbcClient.create(dataSource);
        this.origin = origin;
    }

    /** Adds it and commits. */
    static void add(Connection connection, Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, checkpoint.size());
            insert.setBytes(2, checkpoint.root().bytes());
            insert.setString(3, checkpoint.note());
            insert.executeUpdate();
        }
        connection.commit();
    }

    /** Whether any log has signed one. */
    static boolean any(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("select exists (select from ledger.checkpoint)")
                .query(Boolean.class)
                .single();
    }

    /** The newest. */
    Optional<Checkpoint> latest() {
        return db.sql("select size, root, note from ledger.checkpoint where origin = ? order by size desc limit 1")
                .param(origin.get())
                .query(Checkpoints::row)
                .optional();
    }

    /** The one of exactly this size. */
    Optional<Checkpoint> ofSize(long size) {
        return db.sql("select size, root, note from ledger.checkpoint where origin = ? and size = ?")
                .params(origin.get(), size)
                .query(Checkpoints::row)
                .optional();
    }

    /** The note with all cosignatures below its own signature. */
    String cosigned(Checkpoint checkpoint) {
        return checkpoint.note()
                + String.join(
                        "",
                        db.sql(
                                        "select line || E'\\n' from ledger.cosignature where origin = ? and size = ? order by witness")
                                .params(origin.get(), checkpoint.size())
                                .query(String.class)
                                .list());
    }

    /** The size that this witness cosigned last, or 0. */
    long cosignedBy(String witness) {
        return db.sql("select coalesce(max(size), 0) from ledger.cosignature where origin = ? and witness = ?")
                .params(origin.get(), witness)
                .query(Long.class)
                .single();
    }

    void addCosignature(Checkpoint checkpoint, String witness, String line) {
        db.sql(
                        "insert into ledger.cosignature (origin, size, witness, line) values (?, ?, ?, ?) on conflict do nothing")
                .params(origin.get(), checkpoint.size(), witness, line)
                .update();
    }

    private static Checkpoint row(ResultSet row, int ignoredNumber) throws SQLException {
        return new Checkpoint(row.getLong(1), Hash.at(0, row.getBytes(2)), row.getString(3));
    }
}
