package care.throughline.query.patients;

import care.throughline.events.PatientId;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.patient.PatientEvent.MergedInto;
import care.throughline.events.patient.PatientEvent.Registered;
import care.throughline.events.patient.PatientEvent.Unmerged;
import care.throughline.query.Batch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The records of people and the merges between them; a merge is an edge, so that taking it back is exact. */
final class Records {

    private static final String KNOW = """
            insert into record (patient_id, root_id, registered_at)
            select patient, patient, at
            from json_to_recordset(cast(:records as json)) as told (patient text, at timestamptz)
            on conflict (patient_id) do update
            set registered_at = coalesce(record.registered_at, excluded.registered_at)
            """;

    private static final String DRAW_EDGE = """
            update record set merged_into = :survivor, merge_kind = :kind, merged_at = :at
            where patient_id = :patient
            """;

    private static final String REMOVE_EDGE = """
            update record set merged_into = null, merge_kind = null, merged_at = null
            where patient_id = :patient
            """;

    /** Walks down from a record through all that were merged into it, with the root and the moment from which each counts. */
    private static final String FOLLOW_EDGES = """
            with recursive below (patient_id, root_id, counts_from) as (
                select r.patient_id, coalesce(s.root_id, r.patient_id),
                       greatest(s.counts_from,
                                case when r.merge_kind = 'TOLD' then r.merged_at else '-infinity'::timestamptz end)
                from record r left join record s on s.patient_id = r.merged_into
                where r.patient_id = :patient
                union all
                select r.patient_id, b.root_id,
                       greatest(b.counts_from,
                                case when r.merge_kind = 'TOLD' then r.merged_at else '-infinity'::timestamptz end)
                from record r join below b on r.merged_into = b.patient_id
            )
            update record r set root_id = b.root_id, counts_from = b.counts_from
            from below b where r.patient_id = b.patient_id
            """;

    /** All but the records themselves and how they were merged, which are pseudonyms. */
    private static final List<String> LET_GO = List.of(
            "delete from fact where patient_id = any(:records)",
            "delete from name_part where patient_id = any(:records)",
            "delete from identifier where patient_id = any(:records)",
            "delete from stay where patient_id = any(:records)",
            "delete from responsibility where patient_id = any(:records)",
            "delete from handoff where patient_id = any(:records)");

    private static final String ERASED = "update record set erased_at = :at where patient_id = any(:records)";

    private final JdbcClient db;
    private final Batch batch;
    private final PersonView view;
    private final JsonMapper json = JsonMapper.shared();
    private final Consumer<List<Known>> knowing;

    Records(JdbcClient client, Batch batch, PersonView view) {
        this.db = batch.seeing(client);
        this.batch = batch;
        this.view = view;
        this.knowing = records -> client.sql(KNOW)
                .param("records", json.writeValueAsString(records))
                .update();
    }

    /** A record, and since when; the names are those of the statement. */
    private record Known(String patient, @Nullable Instant at) {}

    void register(Registered event) {
        know(event.patient(), event.occurredAt());
        view.recompute(event.patient().value());
    }

    /** A merge that would close a circle changes nothing: somebody must be the person in the end. */
    void merge(MergedInto event) {
        String retired = event.patient().value();
        know(event.patient(), null);
        know(event.survivor(), null);
        if (leadsTo(event.survivor().value(), retired)) {
            return;
        }
        String rootBefore = view.rootOf(retired);
        db.sql(DRAW_EDGE)
                .param("patient", retired)
                .param("survivor", event.survivor().value())
                .param("kind", event.kind().name())
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
        followFrom(retired, rootBefore);
    }

    void unmerge(Unmerged event) {
        String retired = event.patient().value();
        String rootBefore = view.rootOf(retired);
        db.sql(REMOVE_EDGE).param("patient", retired).update();
        followFrom(retired, rootBefore);
    }

    /** Leaves of the person nothing but the records and the word that they were erased. */
    void erase(PatientErased event) {
        String[] ids = event.scope().recordIds();
        List<String> records = List.of(ids);
        LET_GO.forEach(statement -> db.sql(statement).param("records", ids).update());
        db.sql(ERASED)
                .param("records", ids)
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
        records.forEach(view::recompute);
    }

    private void followFrom(String patientId, String rootBefore) {
        db.sql(FOLLOW_EDGES).param("patient", patientId).update();
        view.recompute(patientId);
        view.recompute(rootBefore);
    }

    private void know(PatientId patient, @Nullable Instant at) {
        batch.write(patient.value(), new Known(patient.value(), at), knowing);
    }

    private boolean leadsTo(String from, String patientId) {
        return db.sql("""
                        with recursive above (patient_id) as (
                            select :from::text
                            union all
                            select r.merged_into from record r join above a using (patient_id)
                            where r.merged_into is not null
                        )
                        select exists (select 1 from above where patient_id = :patient)
                        """)
                .param("from", from)
                .param("patient", patientId)
                .query(Boolean.class)
                .single();
    }
}
