package care.throughline.infra.erasure;

import care.throughline.command.retention.DueTexts;
import care.throughline.events.MessageId;
import care.throughline.events.erasure.RecordClass;
import care.throughline.infra.sealing.Vault;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds texts that are due where their fate is projected, and destroys their keys in the vault. */
final class TextsDue implements DueTexts {

    private static final String HELD = """
            exists (select from intake_log.about a
                    join patients.person p on p.patient_id = a.patient_id
                    join patients.person q on q.root_id = p.root_id
                    join erasure.file f on f.patient_id = q.patient_id
                    where a.message_id = m.message_id and f.held_by is not null)
            """;

    private final JdbcClient db;
    private final Vault vault;
    private final ZoneId zone;

    TextsDue(JdbcClient db, Vault vault, ZoneId zone) {
        this.db = db;
        this.vault = vault;
        this.zone = zone;
    }

    @Override
    public List<MessageId> next(RecordClass recordClass, LocalDate before, @Nullable MessageId after, int atMost) {
        return db.sql("select m.message_id from intake_log.message m where " + due(recordClass) + " and not " + HELD
                        + " and m.position > coalesce((select position from intake_log.message"
                        + " where message_id = :after), -1) order by m.position limit :most")
                .param("before", start(before))
                .param("after", after == null ? "" : after.value())
                .param("most", atMost)
                .query((row, number) -> new MessageId(row.getString("message_id")))
                .list();
    }

    @Override
    public int held(RecordClass recordClass, LocalDate before) {
        return db.sql("select count(*) from intake_log.message m where " + due(recordClass) + " and " + HELD)
                .param("before", start(before))
                .query(Integer.class)
                .single();
    }

    @Override
    public void destroyKeys(Collection<MessageId> messages) {
        vault.forget(messages.stream().map(MessageId::value).toList());
    }

    private static String due(RecordClass recordClass) {
        return "not m.erased and "
                + switch (recordClass) {
                    case MESSAGE -> "m.received_at < :before and m.waiting_since is null";
                    case MESSAGE_ASIDE -> "m.waiting_since < :before";
                    case PERSON, ERASURE_FILE -> "false";
                };
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
