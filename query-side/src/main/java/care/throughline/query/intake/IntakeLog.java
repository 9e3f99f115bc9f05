package care.throughline.query.intake;

import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.events.intake.IntakeEvent.MessageApplied;
import care.throughline.events.intake.IntakeEvent.MessageCorrected;
import care.throughline.events.intake.IntakeEvent.MessageDiscarded;
import care.throughline.events.intake.IntakeEvent.MessageReceived;
import care.throughline.events.intake.IntakeEvent.MessageSetAside;
import care.throughline.events.retention.RetentionEvent.MessagesLetGo;
import care.throughline.query.Batch;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Projects what became of each inbound message; the text is not among it. */
@Component
class IntakeLog implements Projection {

    private static final String RECEIVED = """
            insert into message (message_id, position, channel, sender, kind, control_id, bytes, received_at, status,
                                 changed_at)
            select message, position, channel, sender, kind, control, bytes, at, 'RECEIVED', at
            from json_to_recordset(cast(:messages as json)) as told (
                message text, position bigint, channel text, sender text, kind text, control text, bytes int,
                at timestamptz)
            on conflict (message_id) do nothing
            """;

    private static final String SET_ASIDE = """
            update message set status = 'SET_ASIDE', answer = :answer, reason = :reason, sentence = :sentence,
                waiting_since = coalesce(waiting_since, :at), changed_at = :at
            where message_id = :message
            """;

    /** By the ids, because nobody expects how few these are. */
    private static final String APPLIED = """
            with told as materialized (
                select * from json_to_recordset(cast(:messages as json)) as each (message text, at timestamptz))
            update message set status = 'APPLIED', answer = 'AA', waiting_since = null, changed_at = told.at
            from told where message_id = told.message and message_id = any(array(select message from told))
            """;

    private static final String ABOUT = """
            insert into about
            select message, unnest(people)
            from json_to_recordset(cast(:messages as json)) as told (message text, people text[])
            on conflict do nothing
            """;

    private static final String CORRECTED = """
            update message set status = 'CORRECTED', corrections = corrections + 1, corrected_by = :by, changed_at = :at
            where message_id = :message
            """;

    private static final String DISCARDED = """
            update message set status = 'DISCARDED', discarded_by = :by, discard_reason = :reason,
                waiting_since = null, changed_at = :at
            where message_id = :message
            """;

    private final JdbcClient db;
    private final Batch batch;
    private final JsonMapper json = JsonMapper.shared();
    private final Consumer<List<Received>> receiving;
    private final Consumer<List<Applied>> applying;

    IntakeLog(JdbcClient client, Batch batch) {
        this.db = batch.seeing(client);
        this.batch = batch;
        this.receiving = messages -> write(client, RECEIVED, messages);
        this.applying = messages -> {
            write(client, APPLIED, messages);
            write(client, ABOUT, messages);
        };
    }

    private void write(JdbcClient client, String sql, List<?> messages) {
        client.sql(sql).param("messages", json.writeValueAsString(messages)).update();
    }

    /** A message that came; the names are those of the statement. */
    private record Received(
            String message,
            long position,
            String channel,
            String sender,
            String kind,
            String control,
            int bytes,
            Instant at) {}

    /** A message that was applied, and to whom. */
    private record Applied(String message, Instant at, List<String> people) {}

    @Override
    public String name() {
        return "intake_log";
    }

    @Override
    public String ddl() {
        return """
            create table message (
                message_id     text primary key,
                position       bigint not null,
                channel        text not null,
                sender         text not null,
                kind           text not null,
                control_id     text not null,
                bytes          int not null,
                received_at    timestamptz not null,
                status         text not null,
                answer         text,
                reason         text,
                sentence       text,
                waiting_since  timestamptz,
                repeats        int not null default 0,
                corrections    int not null default 0,
                corrected_by   text,
                discarded_by   text,
                discard_reason text,
                changed_at     timestamptz not null,
                erased         boolean not null default false
            );
            create unique index on message (position);
            create index on message (status, position);
            create index on message (received_at) where not erased;
            create index on message (position) where waiting_since is not null;

            -- Whom a message was about, once it was applied.
            create table about (
                message_id text not null,
                patient_id text not null,
                primary key (message_id, patient_id)
            );
            """;
    }

    @EventHandler
    void on(IntakeEvent event, Envelope envelope) {
        switch (event) {
            case MessageReceived received -> receive(received, envelope.position());
            case MessageApplied applied -> apply(applied);
            case IntakeEvent.MessageRepeated repeated ->
                db.sql("update message set repeats = repeats + 1 where message_id = :message")
                        .param("message", repeated.message().value())
                        .update();
            case MessageSetAside aside ->
                change(SET_ASIDE, aside)
                        .param("answer", aside.answer().name())
                        .param("reason", aside.reason())
                        .param("sentence", aside.sentence().value().orElse(null))
                        .update();
            case MessageCorrected corrected ->
                change(CORRECTED, corrected).param("by", corrected.by().value()).update();
            case MessageDiscarded discarded ->
                change(DISCARDED, discarded)
                        .param("by", discarded.by().value())
                        .param("reason", discarded.reason().value().orElse(null))
                        .update();
        }
    }

    /** Of a message that told of this person alone nothing remains that anybody wrote; no message leads to them any more. */
    @EventHandler
    void on(PatientErased event) {
        db.sql("""
                update message set sentence = null, discard_reason = null, erased = true
                where message_id = any(:messages)
                """)
                .param(
                        "messages",
                        event.scope().messages().stream().map(MessageId::value).toArray(String[]::new))
                .update();
        db.sql("delete from about where patient_id = any(:records)")
                .param("records", event.scope().recordIds())
                .update();
    }

    /** Their texts were kept as long as they had to be; nobody reads them again. */
    @EventHandler
    void on(MessagesLetGo event) {
        db.sql("""
                update message set sentence = null, discard_reason = null, waiting_since = null, erased = true
                where message_id = any(:messages)
                """)
                .param(
                        "messages",
                        event.messages().stream().map(MessageId::value).toArray(String[]::new))
                .update();
    }

    private void receive(MessageReceived event, long position) {
        Received received = new Received(
                event.message().value(),
                position,
                event.channel(),
                event.sender(),
                event.kind(),
                event.controlId(),
                event.bytes(),
                event.occurredAt());
        batch.write(received.message(), received, receiving);
    }

    private void apply(MessageApplied event) {
        Applied applied = new Applied(
                event.message().value(),
                event.occurredAt(),
                event.patients().stream().map(PatientId::value).sorted().toList());
        batch.write(applied.message(), applied, applying);
    }

    private JdbcClient.StatementSpec change(String sql, IntakeEvent event) {
        return db.sql(sql)
                .param("message", event.message().value())
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC));
    }
}
