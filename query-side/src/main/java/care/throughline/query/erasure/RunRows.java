package care.throughline.query.erasure;

import care.throughline.events.retention.RetentionEvent;
import care.throughline.events.retention.RetentionEvent.Approved;
import care.throughline.events.retention.RetentionEvent.Completed;
import care.throughline.events.retention.RetentionEvent.MessagesLetGo;
import care.throughline.events.retention.RetentionEvent.Proposed;
import care.throughline.events.retention.RetentionEvent.Withdrawn;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How each time is written down that somebody wanted to let go of what is due, and what became of it. */
final class RunRows {

    static final String DDL = """
            create table run (
                run_id       text primary key,
                record_class text not null,
                due_before   date not null,
                source       text not null,
                state        text not null,
                proposed_by  text not null,
                proposed_at  timestamptz not null,
                decided_by   text,
                decided_at   timestamptz,
                let_go       int not null default 0,
                held         int,
                completed_at timestamptz
            );
            create index on run (proposed_at);
            """;

    private final JdbcClient db;

    RunRows(JdbcClient db) {
        this.db = db;
    }

    void write(RetentionEvent event) {
        switch (event) {
            case Proposed proposed -> propose(proposed);
            case Withdrawn withdrawn ->
                run(withdrawn, "state = 'WITHDRAWN', decided_by = :by, decided_at = :at")
                        .param("by", withdrawn.by().value())
                        .update();
            case Approved approved ->
                run(approved, "state = 'APPROVED', decided_by = :by, decided_at = :at")
                        .param("by", approved.by().value())
                        .update();
            case MessagesLetGo gone ->
                run(gone, "let_go = let_go + :more")
                        .param("more", gone.messages().size())
                        .update();
            case Completed completed ->
                run(completed, "state = 'COMPLETED', held = :held, completed_at = :at")
                        .param("held", completed.held())
                        .update();
        }
    }

    private void propose(Proposed event) {
        db.sql("""
                        insert into run (run_id, record_class, due_before, source, state, proposed_by, proposed_at)
                        values (:run, :class, :before, :source, 'PROPOSED', :by, :at) on conflict (run_id) do nothing
                        """)
                .param("run", event.run().value())
                .param("class", event.recordClass().name())
                .param("before", event.before())
                .param("source", event.source())
                .param("by", event.by().value())
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec run(RetentionEvent event, String assignments) {
        return db.sql("update run set " + assignments + " where run_id = :run")
                .param("run", event.run().value())
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC));
    }
}
