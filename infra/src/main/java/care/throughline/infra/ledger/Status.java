package care.throughline.infra.ledger;

import care.throughline.query.ledger.Ledger.Signed;
import care.throughline.query.ledger.Ledger.State;
import care.throughline.query.ledger.Ledger.Witness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how the ledger stands, the same on every node. */
final class Status {

    private static final String SIGNED =
            "select size, signed_at, root from ledger.checkpoint where origin = ? order by size desc limit 1";
    private static final String WITNESSED = """
            select coalesce(max(size), 0) as size, max(received_at) as cosigned_at,
                   (select signed_at from ledger.checkpoint
                     where origin = :origin and size > coalesce(
                        (select max(size) from ledger.cosignature where origin = :origin and witness = :witness), 0)
                     order by size limit 1) as waiting_since
              from ledger.cosignature where origin = :origin and witness = :witness
            """;

    private final LedgerParts parts;
    private final JdbcClient db;
    private final @Nullable VerifyingKey witness;

    Status(LedgerParts parts, @Nullable VerifyingKey witness) {
        this.parts = parts;
        this.db = JdbcClient.create(parts.dataSource());
        this.witness = witness;
    }

    State read() {
        return new State(
                parts.tiles().size(),
                parts.entries().head() + 1,
                db.sql(SIGNED)
                        .param(parts.key().origin())
                        .query(Status::signed)
                        .optional()
                        .orElse(null),
                parts.findings().open().map(Contradiction::sentence).orElse(null),
                witness == null ? null : witnessed(witness),
                parts.key().verifying().line());
    }

    private Witness witnessed(VerifyingKey by) {
        return db.sql(WITNESSED)
                .param("origin", parts.key().origin())
                .param("witness", by.name())
                .query((row, number) -> new Witness(
                        by.name(), row.getLong("size"), instant(row, "cosigned_at"), instant(row, "waiting_since")))
                .single();
    }

    private static Signed signed(ResultSet row, int ignoredNumber) throws SQLException {
        Instant at = row.getObject("signed_at", OffsetDateTime.class).toInstant();
        return new Signed(row.getLong("size"), at, Base64.getEncoder().encodeToString(row.getBytes("root")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
