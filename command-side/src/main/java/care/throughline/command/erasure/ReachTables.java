package care.throughline.command.erasure;

import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.erasure.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what it learns in PostgreSQL, in the transaction of the event it learned it from. */
final class ReachTables implements Reach {

    /** Follows merges both ways; a union without duplicates ends even where merges form a ring. */
    private static final String RECORDS = """
            with recursive same (patient) as (
                values (cast(:patient as text))
                union
                select other.patient from same cross join lateral (
                    select survivor from command.erasure_record where patient = same.patient and survivor is not null
                    union all
                    select patient from command.erasure_record where survivor = same.patient
                ) other (patient)
            )
            select patient from same order by patient
            """;

    private static final String MESSAGES = """
            select mine.message, bool_or(other.patient is not null) as shared
            from command.erasure_message mine
            left join command.erasure_message other
                on other.message = mine.message and other.patient <> all(:records)
            where mine.patient = any(:records) group by mine.message order by mine.message
            """;

    private final JdbcClient db;

    ReachTables(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void learn(MessageId message, Collection<PatientId> patients) {
        db.sql("insert into command.erasure_message select :message, unnest(:patients) on conflict do nothing")
                .param("message", message.value())
                .param("patients", values(patients))
                .update();
    }

    @Override
    public void learn(PatientId patient, @Nullable PatientId survivor, long version) {
        db.sql("""
                insert into command.erasure_record (patient, survivor, version) values (:patient, :survivor, :version)
                on conflict (patient) do update set survivor = excluded.survivor, version = excluded.version
                where erasure_record.version < excluded.version
                """)
                .param("patient", patient.value())
                .param("survivor", survivor == null ? null : survivor.value())
                .param("version", version)
                .update();
    }

    @Override
    public Scope of(PatientId patient) {
        List<PatientId> records = db.sql(RECORDS)
                .param("patient", patient.value())
                .query((row, number) -> new PatientId(row.getString("patient")))
                .list();
        Set<MessageId> alone = new HashSet<>();
        Set<MessageId> shared = new HashSet<>();
        db.sql(MESSAGES).param("records", values(records)).query(row -> {
            (row.getBoolean("shared") ? shared : alone).add(new MessageId(row.getString("message")));
        });
        return new Scope(Set.copyOf(records), Set.copyOf(alone), Set.copyOf(shared));
    }

    @Override
    public void letGo(Collection<PatientId> records) {
        db.sql("delete from command.erasure_message where patient = any(:records)")
                .param("records", values(records))
                .update();
    }

    private static String[] values(Collection<PatientId> patients) {
        return patients.stream().map(PatientId::value).sorted().toArray(String[]::new);
    }
}
