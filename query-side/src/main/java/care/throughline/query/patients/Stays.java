package care.throughline.query.patients;

import care.throughline.events.FacilityCode;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayReport;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every visit as it stands after all that was told about it. */
final class Stays {

    private static final String SHOW = """
            insert into stay (stay_id, patient_id, facility, visit_number, stay_class, class_history, status,
                              started_at, admitted_at, discharged_at, disposition, admission_type, location, told_by,
                              historical)
            values (:stay, :patient, :facility, :visitNumber, :class, :classes, :status,
                    :startedAt, :admittedAt, :dischargedAt, :disposition, :admissionType, :location, :toldBy,
                    :historical)
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

    Stays(JdbcClient db) {
        this.db = db;
    }

    void show(StayEvent event) {
        StayPicture picture = event.after();
        db.sql(SHOW)
                .param("stay", event.stay().value())
                .param("patient", picture.patient().value())
                .param("facility", picture.facility().value())
                .param(
                        "visitNumber",
                        event.report()
                                .details()
                                .value()
                                .map(StayReport.Details::visitNumber)
                                .orElse(null))
                .param("class", picture.stayClass().name())
                .param(
                        "classes",
                        picture.classHistory().stream().map(Enum::name).toArray(String[]::new))
                .param("status", picture.status().name())
                .param("startedAt", at(picture.startedAt()))
                .param("admittedAt", at(picture.admittedAt()))
                .param("dischargedAt", at(picture.dischargedAt()))
                .param(
                        "disposition",
                        picture.disposition() == null
                                ? null
                                : picture.disposition().code())
                .param("admissionType", picture.admissionType())
                .param("location", picture.location())
                .param(
                        "toldBy",
                        picture.toldBy().stream()
                                .map(FacilityCode::value)
                                .sorted()
                                .toArray(String[]::new))
                .param("historical", picture.historical())
                .update();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
