package care.throughline.query.rounds;

import care.throughline.events.round.RoundAct;
import care.throughline.events.round.RoundId;
import care.throughline.query.rounds.ShownRound.Left;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rounds, each for whoever began it. */
@Component
public class RoundReader {

    private final JdbcClient db;

    public RoundReader(JdbcClient db) {
        this.db = db;
    }

    /** One round, if this account began it. */
    public Optional<ShownRound> show(RoundId round, String viewer) {
        List<Outcome> outcomes = db.sql("select * from rounds.outcome where round_id = :round order by nth")
                .param("round", round.value())
                .query((row, number) -> Outcome.of(row))
                .list();
        return db.sql("select * from rounds.round where round_id = :round and by_staff = :viewer")
                .param("round", round.value())
                .param("viewer", viewer)
                .query((row, number) -> shown(row, outcomes))
                .optional();
    }

    private static ShownRound shown(ResultSet row, List<Outcome> outcomes) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new ShownRound(
                row.getString("round_id"),
                RoundAct.valueOf(row.getString("act")),
                row.getString("coordinator"),
                until == null ? null : until.toInstant(),
                row.getBoolean("finished"),
                outcomes.stream()
                        .filter(one -> one.notDone() == null)
                        .map(Outcome::item)
                        .toList(),
                outcomes.stream()
                        .flatMap(one -> Optional.ofNullable(one.notDone()).stream())
                        .toList(),
                row.getBoolean("undone"),
                outcomes.stream().filter(Outcome::undone).map(Outcome::item).toList(),
                outcomes.stream()
                        .flatMap(one -> Optional.ofNullable(one.stays()).stream())
                        .toList());
    }

    private record Outcome(
            String item,
            @Nullable Left notDone,
            boolean undone,
            @Nullable Left stays) {

        static Outcome of(ResultSet row) throws SQLException {
            String item = row.getString("item_id");
            return new Outcome(
                    item,
                    left(item, row.getString("refusal"), row.getString("sentence")),
                    row.getBoolean("undone"),
                    left(item, row.getString("stays"), row.getString("stays_sentence")));
        }

        private static @Nullable Left left(String item, @Nullable String reason, @Nullable String sentence) {
            return reason == null ? null : new Left(item, reason, sentence == null ? "" : sentence);
        }
    }
}
