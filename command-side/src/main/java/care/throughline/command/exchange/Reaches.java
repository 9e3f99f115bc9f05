package care.throughline.command.exchange;

import care.throughline.command.hl7.SendingPerformers;
import care.throughline.events.PerformerId;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who speaks over HL7 v2 under which names, as the directory says. */
public final class Reaches implements SendingPerformers {

    /** A house may answer for several performers under one name: it is the one who was told of this referral. */
    private static final String CALLED = """
            select performer from command.reach r
            where channel = 'HL7' and application = :application and facility = :facility
            order by exists (select from command.outbox o where o.referral = :referral and o.performer = r.performer) desc,
                performer
            limit 1
            """;

    private final JdbcClient db;

    public Reaches(DataSource database) {
        this.db = JdbcClient.create(database);
    }

    @Override
    public Optional<PerformerId> called(String application, String facility, String referral) {
        return db.sql(CALLED)
                .param("application", application)
                .param("facility", facility)
                .param("referral", referral)
                .query((row, number) -> new PerformerId(row.getString("performer")))
                .optional();
    }
}
