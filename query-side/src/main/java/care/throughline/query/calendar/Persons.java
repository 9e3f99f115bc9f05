package care.throughline.query.calendar;

import care.throughline.events.PatientId;
import care.throughline.query.web.Words;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the record that stands for a person today, and what they are called. */
@Component
class Persons {

    private static final String ROOT = """
            select r.patient_id, r.family, r.given from patients.person p join patients.person r on r.patient_id = p.root_id
            where p.patient_id = :patient
            """;

    private final JdbcClient db;

    Persons(JdbcClient db) {
        this.db = db;
    }

    /** The record and the name of somebody. */
    record Person(String patient, String name) {}

    Optional<Person> show(PatientId patient) {
        return db.sql(ROOT)
                .param("patient", patient.value())
                .query((row, number) -> new Person(
                        row.getString("patient_id"), Words.name(row.getString("family"), row.getString("given"))))
                .optional();
    }
}
