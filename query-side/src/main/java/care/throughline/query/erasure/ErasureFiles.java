package care.throughline.query.erasure;

import care.throughline.events.PatientId;
import care.throughline.events.erasure.ErasureId;
import care.throughline.query.Accesses;
import care.throughline.query.erasure.ErasureFile.State;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads files on erasures. */
@Component
class ErasureFiles {

    private static final int MOST = 200;

    private final JdbcClient db;
    private final Accesses accesses;

    ErasureFiles(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** The files that changed last, at most 200. */
    List<ErasureFile> list() {
        List<ErasureFile> files = db.sql(
                        "select * from erasure.file order by changed_at desc, erasure_id limit " + MOST)
                .query(FileRow::map)
                .list();
        accesses.shows(files.stream().map(ErasureFile::patient).toList());
        return files;
    }

    /** The file of this name; one in which nothing happened yet if the record is known; else empty. */
    Optional<ErasureFile> show(ErasureId erasure) {
        Optional<ErasureFile> file = db.sql("select * from erasure.file where erasure_id = :file")
                .param("file", erasure.value())
                .query(FileRow::map)
                .optional()
                .or(() -> unopened(erasure));
        accesses.shows(file.map(ErasureFile::patient).stream().toList());
        return file;
    }

    private Optional<ErasureFile> unopened(ErasureId erasure) {
        PatientId patient = new PatientId(PatientId.PREFIX + erasure.value().substring(ErasureId.PREFIX.length()));
        return db.sql("select patient_id from patients.person where patient_id = :patient and root_id = :patient")
                .param("patient", patient.value())
                .query((row, number) -> new ErasureFile(
                        erasure.value(), row.getString("patient_id"), State.KEPT, null, null, null, null, null))
                .optional();
    }
}
