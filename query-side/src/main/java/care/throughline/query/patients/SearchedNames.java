package care.throughline.query.patients;

import care.throughline.query.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the parts of the names told under a record as they are searched, in step with what was told last. */
final class SearchedNames {

    private static final String TOLD = """
            select patient_id, field, value from fact
            where patient_id = any(:patients) and field in ('FAMILY', 'GIVEN', 'MIDDLE') and value <> ''
            """;

    private static final String FORGET = "delete from name_part where patient_id = any(:patients)";

    private static final String REMEMBER = """
            insert into name_part
            select patient, field, unnest(parts)
            from json_to_recordset(cast(:names as json)) as told (patient text, field text, parts text[])
            """;

    private final JdbcClient db;
    private final Batch batch;
    private final JsonMapper json = JsonMapper.shared();
    private final Consumer<List<String>> searching = this::search;

    SearchedNames(JdbcClient db, Batch batch) {
        this.db = db;
        this.batch = batch;
    }

    /** A name in its parts; the names are those of the statement. */
    private record Parts(String patient, String field, List<String> parts) {}

    /** Works out, with the others of the batch, by what this record is found. */
    void search(String patient) {
        batch.write(patient, searching);
    }

    private void search(List<String> records) {
        String[] patients = records.stream().distinct().toArray(String[]::new);
        List<Parts> names = new ArrayList<>();
        db.sql(TOLD).param("patients", patients).query(row -> {
            names.add(new Parts(
                    row.getString("patient_id"), row.getString("field"), Folded.parts(row.getString("value"))));
        });
        db.sql(FORGET).param("patients", patients).update();
        if (!names.isEmpty()) {
            db.sql(REMEMBER).param("names", json.writeValueAsString(names)).update();
        }
    }
}
