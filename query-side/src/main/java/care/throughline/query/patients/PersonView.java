package care.throughline.query.patients;

import care.throughline.query.Batch;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works out what holds for a whole person from what was told under each of their records. */
final class PersonView {

    /** For each field the last told value among all records of the person that counts; of two told at the same moment the greater, as in the decisions. */
    private static final String RECOMPUTE = """
            with person_told_of as (
                select distinct root_id from record where patient_id = any(:records)
            ), told as (
                select distinct on (r.root_id, f.field) r.root_id, f.field, nullif(f.value, '') as value, f.forgotten
                from person_told_of join record r using (root_id) join fact f using (patient_id)
                where f.told_at > r.counts_from
                order by r.root_id, f.field, f.told_at desc, f.value collate "C" desc
            ), view as (
                select root_id,
                       max(value) filter (where field = 'FAMILY') as family,
                       max(value) filter (where field = 'GIVEN') as given,
                       max(value) filter (where field = 'MIDDLE') as middle,
                       max(value) filter (where field = 'BIRTH_DATE') as birth_date,
                       max(value) filter (where field = 'SEX') as sex,
                       max(value) filter (where field = 'STREET') as street,
                       max(value) filter (where field = 'CITY') as city,
                       max(value) filter (where field = 'STATE') as state,
                       max(value) filter (where field = 'ZIP') as zip,
                       max(value) filter (where field = 'PHONE') as phone,
                       max(value) filter (where field = 'LANGUAGE') as language,
                       max(value) filter (where field = 'RACE') as race,
                       max(value) filter (where field = 'ETHNICITY') as ethnicity,
                       max(value) filter (where field = 'PAYER') as payer,
                       bool_or(value = 'true') filter (where field = 'DECEASED') as deceased,
                       max(value) filter (where field = 'DIED_AT') as died_at,
                       bool_or(forgotten) as forgotten
                from told group by root_id
            )
            insert into person
            select r.patient_id, r.root_id, r.patient_id <> r.root_id,
                   nullif(concat_ws(', ', v.family, v.given), ''), v.family, v.given, v.middle,
                   case when pg_input_is_valid(v.birth_date, 'date') then v.birth_date::date end,
                   v.sex, v.street, v.city, v.state, v.zip, v.phone, v.language, v.race, v.ethnicity, v.payer,
                   coalesce(v.deceased, false), case when v.deceased then v.died_at::timestamptz end,
                   coalesce(v.forgotten, false), r.erased_at
            from person_told_of join record r using (root_id) left join view v using (root_id)
            on conflict (patient_id) do update set
                root_id = excluded.root_id, merged = excluded.merged, name = excluded.name,
                family = excluded.family, given = excluded.given, middle = excluded.middle,
                birth_date = excluded.birth_date, sex = excluded.sex, street = excluded.street, city = excluded.city,
                state = excluded.state, zip = excluded.zip, phone = excluded.phone, language = excluded.language,
                race = excluded.race, ethnicity = excluded.ethnicity, payer = excluded.payer,
                deceased = excluded.deceased, died_at = excluded.died_at, forgotten = excluded.forgotten,
                erased_at = excluded.erased_at
            """;

    private final JdbcClient db;
    private final Batch batch;
    private final Consumer<List<String>> together = this::recompute;

    PersonView(JdbcClient db, Batch batch) {
        this.db = db;
        this.batch = batch;
    }

    /** Recomputes, with the others of the batch, all rows of the person that this record is then part of. */
    void recompute(String patientId) {
        batch.write(patientId, together);
    }

    private void recompute(List<String> records) {
        db.sql(RECOMPUTE)
                .param("records", records.stream().distinct().toArray(String[]::new))
                .update();
    }

    String rootOf(String patientId) {
        return batch.seeing(db)
                .sql("select root_id from record where patient_id = :patient")
                .param("patient", patientId)
                .query(String.class)
                .optional()
                .orElse(patientId);
    }
}
