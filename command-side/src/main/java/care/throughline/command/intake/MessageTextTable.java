package care.throughline.command.intake;

import care.throughline.events.MessageId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the texts in PostgreSQL, table {@code command.message_text}. */
public final class MessageTextTable implements MessageTexts {

    private final JdbcClient jdbc;

    /** Writes with connections of this source, each statement a transaction of its own. */
    public MessageTextTable(DataSource writers) {
        this.jdbc = JdbcClient.create(writers);
    }

    @Override
    public void keep(MessageId message, String channel, byte[] sealed, Instant receivedAt) {
        jdbc.sql("""
                insert into command.message_text (message, version, channel, sealed, kept_at)
                values (:message, 1, :channel, :sealed, :at)
                on conflict do nothing
                """)
                .param("message", message.value())
                .param("channel", channel)
                .param("sealed", sealed)
                .param("at", utc(receivedAt))
                .update();
    }

    @Override
    public void correct(MessageId message, byte[] sealed, Instant at) {
        jdbc.sql("""
                insert into command.message_text (message, version, channel, sealed, kept_at, settled)
                select message, version + 1, channel, :sealed, :at, true from command.message_text
                where message = :message order by version desc limit 1
                """)
                .param("message", message.value())
                .param("sealed", sealed)
                .param("at", utc(at))
                .update();
    }

    @Override
    public Optional<Kept> latest(MessageId message) {
        return jdbc.sql("""
                select channel, sealed from command.message_text
                where message = :message order by version desc limit 1
                """)
                .param("message", message.value())
                .query((row, number) -> {
                    byte[] sealed = row.getBytes("sealed");
                    return new Kept(row.getString("channel"), () -> sealed);
                })
                .optional();
    }

    @Override
    public void settle(MessageId message) {
        settle(List.of(message));
    }

    /** Notes it for several at once. */
    public void settle(Collection<MessageId> messages) {
        jdbc.sql("update command.message_text set settled = true where message = any (:messages) and not settled")
                .param("messages", messages.stream().map(MessageId::value).toArray(String[]::new))
                .update();
    }

    @Override
    public List<MessageId> unsettled(Instant before) {
        return jdbc.sql("""
                select message from command.message_text
                where not settled and kept_at < :before order by kept_at
                """)
                .param("before", utc(before))
                .query((row, number) -> new MessageId(row.getString("message")))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
