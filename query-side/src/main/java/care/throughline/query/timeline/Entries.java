package care.throughline.query.timeline;

import care.throughline.events.PatientId;
import care.throughline.query.Batch;
import care.throughline.query.timeline.Chapter.Aspect;
import care.throughline.query.timeline.Chapter.Entry;
import care.throughline.query.timeline.Happening.Whom.AsBefore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

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
            create index on entry (subject, position);

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
            select unnest(e.people), e.position, e.name, e.topic, e.sentence, e.quote, e.subject, e.changed,
                   e."changedFrom", e."changedTo", e."happenedAt", e."recordedAt", e.source, e.actor, e.role,
                   e.correlation
            from json_to_recordset(cast(:entries as json)) as e (
                people text[], position bigint, name text, topic text, sentence text, quote text, subject text,
                changed text[], "changedFrom" text[], "changedTo" text[], "happenedAt" timestamptz,
                "recordedAt" timestamptz, source text, actor text, role text, correlation text)
            on conflict (patient_id, position) do nothing
            """;

    private static final String REMEMBER = """
            insert into aspect (subject, label, value) select * from unnest(:subjects, :labels, :values)
            on conflict (subject, label) do update set value = excluded.value
            """;

    /** Aspects go with the entries that told of them; a reason to unmerge also stands with the other person. */
    private static final List<String> LET_GO = List.of(
            "delete from aspect where subject in (select subject from entry where patient_id = any(:records))",
            "delete from entry where patient_id = any(:records)",
            "delete from concern where patient_id = any(:records)",
            "update entry set quote = null where name = 'patient.Unmerged' and subject = any(:records)");

    private final JdbcClient db;
    private final Batch batch;
    private final JsonMapper json = JsonMapper.shared();

    Entries(JdbcClient db, Batch batch) {
        this.db = db;
        this.batch = batch;
    }

    /** Looks up once what was known before these events, and writes once what they add. */
    void write(List<Happening> happenings) {
        Chapter chapter = new Chapter(concerned(happenings), known(happenings));
        List<Entry> entries =
                happenings.stream().map(chapter::add).flatMap(Optional::stream).toList();
        if (!entries.isEmpty()) {
            db.sql(WRITE).param("entries", json.writeValueAsString(entries)).update();
        }
        remember(chapter.changed());
        concern(chapter.newlyConcerned());
    }

    private Map<String, List<String>> concerned(List<Happening> happenings) {
        Map<String, List<String>> concerned = new HashMap<>();
        String[] subjects = happenings.stream()
                .map(Happening::whom)
                .filter(AsBefore.class::isInstance)
                .map(whom -> ((AsBefore) whom).subject())
                .distinct()
                .toArray(String[]::new);
        if (subjects.length > 0) {
            db.sql("select subject, patient_id from concern where subject = any(:subjects) order by patient_id")
                    .param("subjects", subjects)
                    .query(row -> {
                        concerned
                                .computeIfAbsent(row.getString("subject"), subject -> new ArrayList<>())
                                .add(row.getString("patient_id"));
                    });
        }
        return concerned;
    }

    private Map<Aspect, String> known(List<Happening> happenings) {
        Map<Aspect, String> known = new HashMap<>();
        String[] subjects = happenings.stream()
                .filter(happening -> !happening.aspects().isEmpty())
                .map(happening -> happening.line().subject())
                .distinct()
                .toArray(String[]::new);
        if (subjects.length > 0) {
            db.sql("select subject, label, value from aspect where subject = any(:subjects)")
                    .param("subjects", subjects)
                    .query(row -> {
                        known.put(new Aspect(row.getString("subject"), row.getString("label")), row.getString("value"));
                    });
        }
        return known;
    }

    private void remember(Map<Aspect, String> changed) {
        if (!changed.isEmpty()) {
            db.sql(REMEMBER)
                    .param(
                            "subjects",
                            changed.keySet().stream().map(Aspect::subject).toArray(String[]::new))
                    .param(
                            "labels",
                            changed.keySet().stream().map(Aspect::label).toArray(String[]::new))
                    .param("values", changed.values().toArray(String[]::new))
                    .update();
        }
    }

    /** Removes everything that was told of the person of these records. */
    void letGo(Collection<PatientId> records) {
        String[] ids = records.stream().map(PatientId::value).sorted().toArray(String[]::new);
        LET_GO.forEach(statement ->
                batch.seeing(db).sql(statement).param("records", ids).update());
    }

    private void concern(Map<String, List<String>> people) {
        if (!people.isEmpty()) {
            db.sql("delete from concern where subject = any(:subjects)")
                    .param("subjects", people.keySet().toArray(String[]::new))
                    .update();
            people.forEach((subject, ids) -> db.sql("insert into concern select :subject, unnest(:people)")
                    .param("subject", subject)
                    .param("people", ids.toArray(String[]::new))
                    .update());
        }
    }
}
