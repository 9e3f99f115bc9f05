package care.throughline.query.rounds;

import care.throughline.events.round.RoundEvent;
import care.throughline.events.round.RoundEvent.RoundBegun;
import care.throughline.events.round.RoundEvent.RoundFinished;
import care.throughline.events.round.RoundEvent.RoundUndone;
import care.throughline.events.round.RoundOutcome;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects every round with what came of each line; it names lines by their ids and nobody. */
@Component
class Rounds implements Projection {

    static final String NAME = "rounds";

    private static final String BEGIN = """
            insert into round (round_id, by_staff, act, coordinator, until, begun_at, position)
            values (:round, :by, :act, :coordinator, :until, :at, :position)
            on conflict (round_id) do nothing
            """;

    private static final String FINISH = """
            insert into outcome (round_id, nth, item_id, refusal, sentence)
            values (:round, (select count(*) from outcome where round_id = :round), :item, :refusal, :sentence)
            on conflict (round_id, item_id) do nothing
            """;

    private static final String UNDO = """
            update outcome set undone = :refusal::text is null, stays = :refusal, stays_sentence = :sentence
            where round_id = :round and item_id = :item
            """;

    private final JdbcClient db;

    Rounds(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return """
            create table round (
                round_id    text primary key,
                by_staff    text not null,
                act         text not null,
                coordinator text,
                until       timestamptz,
                begun_at    timestamptz not null,
                finished    boolean not null default false,
                undone      boolean not null default false,
                position    bigint not null
            );

            -- What came of each line, and of taking it back.
            create table outcome (
                round_id       text not null,
                nth            int not null,
                item_id        text not null,
                refusal        text,
                sentence       text,
                undone         boolean not null default false,
                stays          text,
                stays_sentence text,
                primary key (round_id, item_id)
            );
            """;
    }

    @EventHandler
    void on(RoundEvent event, Envelope envelope) {
        switch (event) {
            case RoundBegun begun -> begin(begun, envelope.position());
            case RoundFinished finished -> {
                finished.outcomes().forEach(outcome -> write(FINISH, finished, outcome));
                mark("finished = true", finished, envelope.position());
            }
            case RoundUndone undone -> {
                undone.outcomes().forEach(outcome -> write(UNDO, undone, outcome));
                mark("undone = true", undone, envelope.position());
            }
        }
    }

    private void begin(RoundBegun event, long position) {
        db.sql(BEGIN)
                .param("round", event.round().value())
                .param("by", event.by().value())
                .param("act", event.act().name())
                .param(
                        "coordinator",
                        event.coordinator() == null ? null : event.coordinator().value(),
                        Types.VARCHAR)
                .param("until", utc(event.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", utc(event.occurredAt()))
                .param("position", position)
                .update();
    }

    private void write(String sql, RoundEvent event, RoundOutcome outcome) {
        db.sql(sql)
                .param("round", event.round().value())
                .param("item", outcome.item().value())
                .param("refusal", outcome.refusal(), Types.VARCHAR)
                .param("sentence", outcome.sentence(), Types.VARCHAR)
                .update();
    }

    private void mark(String what, RoundEvent event, long position) {
        db.sql("update round set position = :position, " + what + " where round_id = :round")
                .param("round", event.round().value())
                .param("position", position)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
