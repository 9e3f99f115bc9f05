package care.throughline.infra.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages that wait, in PostgreSQL. A row is locked while it is sent: no two nodes send the same one. */
final class OutboxTable {

    /** One for each performer, and none before an earlier one about the same referral. */
    private static final String DUE = """
            select distinct on (performer) number, performer from command.outbox o
            where state = 'WAITING' and due_at <= now() and performer <> all(:busy)
              and not exists (select from command.outbox e where e.performer = o.performer and e.referral = o.referral
                              and e.number < o.number and e.state in ('WAITING', 'REFUSED'))
            order by performer, number
            """;

    private static final String LOCK = """
            select o.number, o.effect, o.control_id, o.position, o.referral, o.patient, o.performer, o.tries, o.content,
                   o.channel as written_for, r.channel, r.address, r.tls, r.application, r.facility
            from command.outbox o join command.reach r on r.performer = o.performer
            where o.number = :number and o.state = 'WAITING' and o.due_at <= now()
            for update of o skip locked
            """;

    private static final String SETTLE = """
            update command.outbox set state = :state, answer = :answer, tries = tries + 1,
                content = case when :state = 'SENT' then null else content end,
                settled_at = case when :state = 'SENT' then now() end
            where number = :number
            """;

    private final JdbcClient db;

    OutboxTable(JdbcClient db) {
        this.db = db;
    }

    /** What is due, none of it for performers who are just being told something. */
    List<Due> due(Collection<String> busy) {
        return db.sql(DUE)
                .param("busy", busy.toArray(String[]::new))
                .query((row, number) -> new Due(row.getLong("number"), row.getString("performer")))
                .list();
    }

    /** A message to be sent now, and to whom. */
    record Due(long number, String performer) {}

    /** The message, until the end of the transaction nobody else's; empty if it is being sent or is not due any more. */
    Optional<Outgoing> lock(long number) {
        return db.sql(LOCK).param("number", number).query(Outgoing::of).optional();
    }

    void write(long number, String channel, byte[] sealed) {
        db.sql("update command.outbox set content = :content, channel = :channel where number = :number")
                .params(Map.of("number", number, "channel", channel, "content", sealed))
                .update();
    }

    void sent(long number, String answer) {
        settle(number, "SENT", answer);
    }

    void refused(long number, String answer) {
        settle(number, "REFUSED", answer);
    }

    void again(long number, String answer, Duration later) {
        settle(number, "WAITING", answer);
        db.sql("update command.outbox set due_at = now() + :millis * interval '1 millisecond' where number = :number")
                .params(Map.of("number", number, "millis", later.toMillis()))
                .update();
    }

    /** It waits for what was not its fault, and that counts as no attempt. */
    void later(long number, Duration pause) {
        db.sql("update command.outbox set due_at = now() + :millis * interval '1 millisecond' where number = :number")
                .params(Map.of("number", number, "millis", pause.toMillis()))
                .update();
    }

    /** The person is gone, and so is what it would have said. */
    void erased(long number) {
        db.sql("update command.outbox set state = 'ERASED', content = null, settled_at = now() where number = :number")
                .param("number", number)
                .update();
    }

    private void settle(long number, String state, String answer) {
        db.sql(SETTLE)
                .params(Map.of("number", number, "state", state, "answer", answer))
                .update();
    }
}
