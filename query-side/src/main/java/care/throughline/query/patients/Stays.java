package care.throughline.query.patients;

import care.throughline.events.FacilityCode;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayReport;
import care.throughline.query.Batch;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Every visit as it stands after all that was told about it. */
final class Stays {

    private static final String SHOW = """
            insert into stay (stay_id, patient_id, facility, visit_number, stay_class, class_history, status,
                              started_at, admitted_at, discharged_at, disposition, admission_type, location, told_by,
                              historical)
            select stay, patient, facility, "visitNumber", "stayClass", classes, status, "startedAt", "admittedAt",
                   "dischargedAt", disposition, "admissionType", location, "toldBy", historical
            from json_to_recordset(cast(:stays as json)) as told (
                stay text, patient text, facility text, "visitNumber" text, "stayClass" text, classes text[],
                status text, "startedAt" timestamptz, "admittedAt" timestamptz, "dischargedAt" timestamptz,
                disposition text, "admissionType" text, location text, "toldBy" text[], historical boolean)
            on conflict (stay_id) do update
            set patient_id = excluded.patient_id, facility = excluded.facility,
                visit_number = coalesce(excluded.visit_number, stay.visit_number),
                stay_class = excluded.stay_class, class_history = excluded.class_history, status = excluded.status,
                started_at = excluded.started_at, admitted_at = excluded.admitted_at,
                discharged_at = excluded.discharged_at, disposition = excluded.disposition,
                admission_type = excluded.admission_type, location = excluded.location, told_by = excluded.told_by,
                historical = excluded.historical
            """;

    private final JdbcClient db;
    private final Batch batch;
    private final JsonMapper json = JsonMapper.shared();
    private final Consumer<List<Shown>> showing = this::show;

    Stays(JdbcClient db, Batch batch) {
        this.db = db;
        this.batch = batch;
    }

    /** A visit as it stands; the names are those of the statement. */
    private record Shown(
            String stay,
            String patient,
            String facility,
            @Nullable String visitNumber,
            String stayClass,
            List<String> classes,
            String status,
            @Nullable Instant startedAt,
            @Nullable Instant admittedAt,
            @Nullable Instant dischargedAt,
            @Nullable String disposition,
            @Nullable String admissionType,
            @Nullable String location,
            List<String> toldBy,
            boolean historical) {}

    void show(StayEvent event) {
        StayPicture picture = event.after();
        Shown shown = new Shown(
                event.stay().value(),
                picture.patient().value(),
                picture.facility().value(),
                event.report()
                        .details()
                        .value()
                        .map(StayReport.Details::visitNumber)
                        .orElse(null),
                picture.stayClass().name(),
                picture.classHistory().stream().map(Enum::name).toList(),
                picture.status().name(),
                picture.startedAt(),
                picture.admittedAt(),
                picture.dischargedAt(),
                picture.disposition() == null ? null : picture.disposition().code(),
                picture.admissionType(),
                picture.location(),
                picture.toldBy().stream().map(FacilityCode::value).sorted().toList(),
                picture.historical());
        batch.write(shown.stay(), shown, showing);
    }

    private void show(List<Shown> stays) {
        db.sql(SHOW).param("stays", json.writeValueAsString(stays)).update();
    }
}
