package care.throughline.infra.outbox;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.query.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of the outbox and do about it. It tells pseudonyms and codes, never what a message says. */
final class OutboxForPeople implements Outbox {

    private static final String STUCK =
            "(o.state = 'REFUSED' or o.state = 'WAITING' and o.queued_at < now() - interval '15 minutes')";

    private static final String MESSAGES = """
            select o.*, coalesce(d.name, o.performer) as name, %s as stuck
            from command.outbox o left join directory.performer d on d.performer_id = o.performer
            """.formatted(STUCK);

    /** In the order in which they are put, each in the place of the one before: what is open counts most, the first of it. */
    private static final String OPEN_BEFORE_SETTLED = """
            where o.referral = :referral
            order by case when o.state in ('WAITING', 'REFUSED') then 1 else 0 end,
                case when o.state in ('WAITING', 'REFUSED') then -o.number else o.number end
            """;

    private final JdbcClient db;

    /** @param db connections of the application's role: the reading role knows nothing of the schema {@code command} */
    OutboxForPeople(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Message> open() {
        return db.sql(MESSAGES + "where o.state in ('WAITING', 'REFUSED') order by o.number limit 200")
                .query(OutboxForPeople::message)
                .list();
    }

    @Override
    public List<Message> settled() {
        return db.sql(MESSAGES + "where o.state in ('SENT', 'GIVEN_UP', 'ERASED')"
                        + " order by o.settled_at desc, o.number desc limit 50")
                .query(OutboxForPeople::message)
                .list();
    }

    @Override
    public Map<String, Message> telling(String referral) {
        Map<String, Message> last = new HashMap<>();
        db.sql(MESSAGES + OPEN_BEFORE_SETTLED)
                .param("referral", referral)
                .query((row, number) -> last.put(row.getString("performer"), message(row, number)))
                .list();
        return last;
    }

    @Override
    public int stuck() {
        return db.sql("select count(*) from command.outbox o where o.state in ('WAITING', 'REFUSED') and " + STUCK)
                .query(Integer.class)
                .single();
    }

    /** How many wait or are refused. */
    int waiting() {
        return db.sql("select count(*) from command.outbox where state in ('WAITING', 'REFUSED')")
                .query(Integer.class)
                .single();
    }

    @Override
    public void retry(long number) {
        change("update command.outbox set state = 'WAITING', due_at = now() where number = :number", number, Map.of());
    }

    @Override
    public void giveUp(long number, String reason, String by) {
        String why = Texts.required(reason, "The reason", Texts.LINE);
        change(
                "update command.outbox set state = 'GIVEN_UP', content = null, settled_at = now(), settled_by = :by,"
                        + " reason = :reason where number = :number",
                number,
                Map.of("by", by, "reason", why));
    }

    private void change(String update, long number, Map<String, String> values) {
        int changed = db.sql(update + " and state in ('WAITING', 'REFUSED')")
                .param("number", number)
                .params(values)
                .update();
        if (changed == 0) {
            throw new Rejected("message-not-open", "This message was sent or given up already.");
        }
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getLong("number"),
                row.getString("effect"),
                row.getString("control_id"),
                row.getString("referral"),
                row.getString("name"),
                row.getString("state"),
                row.getInt("tries"),
                row.getString("answer"),
                Objects.requireNonNull(instant(row, "queued_at")),
                Objects.requireNonNull(instant(row, "due_at")),
                row.getBoolean("stuck"),
                instant(row, "settled_at"),
                row.getString("settled_by"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
