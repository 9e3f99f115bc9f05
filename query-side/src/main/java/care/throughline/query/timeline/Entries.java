package care.throughline.query.timeline;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import care.throughline.query.Envelope;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the timeline and how they are written. */
final class Entries {

    static final String DDL = """
            create table entry (
                patient_id     text not null,
                position       bigint not null,
                name           text not null,
                topic          text not null,
                sentence       text not null,
                quote          text,
                subject        text not null,
                changed        text[] not null,
                changed_from   text[] not null,
                changed_to     text[] not null,
                happened_at    timestamptz not null,
                recorded_at    timestamptz not null,
                source         text not null,
                actor          text not null,
                role           text not null,
                correlation_id text not null,
                primary key (patient_id, position)
            );
            create index on entry (correlation_id, position);

            -- The last value of each aspect of a stay, a transition, a person's details.
            create table aspect (
                subject text not null,
                label   text not null,
                value   text not null,
                primary key (subject, label)
            );

            -- Whom a transition or a message is about.
            create table concern (
                subject    text not null,
                patient_id text not null,
                primary key (subject, patient_id)
            );
            """;

    private static final String WRITE = """
            insert into entry
            select unnest(:people), :position, :name, :topic, :sentence, :quote, :subject, :changed, :from, :to,
                   :happenedAt, :recordedAt, :source, :actor, :role, :correlation
            on conflict (patient_id, position) do nothing
            """;

    private static final String REMEMBER = """
            insert into aspect (subject, label, value) select :subject, unnest(:labels), unnest(:values)
            on conflict (subject, label) do update set value = excluded.value
            """;

    private final JdbcClient db;

    Entries(JdbcClient db) {
        this.db = db;
    }

    /** One aspect that changed, from its last value to this one; empty text for none. */
    record Change(String what, String from, String to) {}

    void write(DomainEvent event, Envelope envelope, Collection<PatientId> people, Line line, List<Change> changes) {
        db.sql(WRITE)
                .param(
                        "people",
                        people.stream().map(PatientId::value).distinct().toArray(String[]::new))
                .param("position", envelope.position())
                .param("name", envelope.name())
                .param("topic", line.topic().name())
                .param("sentence", line.sentence())
                .param("quote", line.quote())
                .param("subject", line.subject())
                .param("changed", changes.stream().map(Change::what).toArray(String[]::new))
                .param("from", changes.stream().map(Change::from).toArray(String[]::new))
                .param("to", changes.stream().map(Change::to).toArray(String[]::new))
                .param("happenedAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("recordedAt", envelope.recordedAt().atOffset(ZoneOffset.UTC))
                .param("source", envelope.source())
                .param("actor", envelope.actor())
                .param("role", envelope.role())
                .param("correlation", envelope.correlationId())
                .update();
    }

    /** What is different from the last time, and remembers it for the next. */
    List<Change> changes(String subject, Map<String, String> aspects) {
        if (aspects.isEmpty()) {
            return List.of();
        }
        Map<String, String> before = new HashMap<>();
        db.sql("select label, value from aspect where subject = :subject")
                .param("subject", subject)
                .query((row, number) -> before.put(row.getString("label"), row.getString("value")))
                .list();
        List<Change> changes = new ArrayList<>();
        aspects.forEach((label, value) -> {
            String last = before.getOrDefault(label, "");
            if (!last.equals(value)) {
                changes.add(new Change(label, last, value));
            }
        });
        if (!changes.isEmpty()) {
            remember(subject, changes);
        }
        return changes;
    }

    private void remember(String subject, List<Change> changes) {
        db.sql(REMEMBER)
                .param("subject", subject)
                .param("labels", changes.stream().map(Change::what).toArray(String[]::new))
                .param("values", changes.stream().map(Change::to).toArray(String[]::new))
                .update();
    }

    void concerns(String subject, Collection<PatientId> people) {
        db.sql("delete from concern where subject = :subject")
                .param("subject", subject)
                .update();
        db.sql("insert into concern select :subject, unnest(:people)")
                .param("subject", subject)
                .param("people", people.stream().map(PatientId::value).sorted().toArray(String[]::new))
                .update();
    }

    List<PatientId> concernedBy(String subject) {
        return db.sql("select patient_id from concern where subject = :subject order by patient_id")
                .param("subject", subject)
                .query((row, number) -> new PatientId(row.getString("patient_id")))
                .list();
    }
}
