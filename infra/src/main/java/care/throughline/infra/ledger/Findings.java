package care.throughline.infra.ledger;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was found to contradict the tree, kept so that every node knows it and a restart does not forget it. */
final class Findings {

    private static final String LATEST =
            "select position, sentence, settled from ledger.finding order by id desc limit 1";

    private final JdbcClient db;

    Findings(DataSource dataSource) {
        this.db = JdbcClient.create(dataSource);
    }

    private record Latest(long position, String sentence, boolean settled) {}

    /** The contradiction that nobody has settled yet. */
    Optional<Contradiction> open() {
        return db.sql(LATEST)
                .query(Latest.class)
                .optional()
                .filter(latest -> !latest.settled())
                .map(latest -> new Contradiction(latest.position(), latest.sentence()));
    }

    void add(Contradiction contradiction) {
        insert(contradiction.position(), contradiction.sentence(), false);
    }

    void settle(Contradiction contradiction) {
        insert(contradiction.position(), "settled: " + contradiction.sentence(), true);
    }

    private void insert(long position, String sentence, boolean settled) {
        db.sql("insert into ledger.finding (position, sentence, settled) values (?, ?, ?)")
                .params(position, sentence, settled)
                .update();
    }
}
