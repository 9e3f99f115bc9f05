package care.throughline.query.measures;

import care.throughline.events.PatientId;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayPicture;
import care.throughline.query.measures.IndexDischarges.IndexDischarge;
import care.throughline.query.measures.IndexDischarges.Stay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps all stays of each person together and the index discharges among them right, whoever turns out to be whom. */
final class Episodes {

    static final String DDL = """
            create table stay (
              stay_id text primary key,
              patient_id text not null,
              facility text not null,
              stay_class text not null,
              status text not null,
              admitted_at timestamptz,
              discharged_at timestamptz,
              disposition text,
              admission_type text,
              historical boolean not null,
              receipt bigint[] not null);
            create index stay_by_patient on stay (patient_id);
            create table edge (patient_id text primary key, survivor_id text not null);
            create index edge_by_survivor on edge (survivor_id);
            create table index_discharge (
              stay_id text primary key,
              facility text not null,
              discharge_date date not null,
              readmission_id text,
              days int not null,
              planned boolean not null,
              receipt bigint[] not null);
            create index index_discharge_by_date on index_discharge (discharge_date, facility);
            """;

    private static final String SAME_PERSON = """
            with recursive up(id) as (
                select :patient union select edge.survivor_id from edge join up on edge.patient_id = up.id),
            down(id) as (
                select id from up union select edge.patient_id from edge join down on edge.survivor_id = down.id)
            """;

    private final JdbcClient db;
    private final IndexDischarges definition;

    Episodes(JdbcClient db, IndexDischarges definition) {
        this.db = db;
        this.definition = definition;
    }

    void told(StayPicture stay, long position) {
        List<String> before = db.sql("select patient_id from stay where stay_id = :stay and patient_id <> :patient")
                .param("stay", stay.stay().value())
                .param("patient", stay.patient().value())
                .query(String.class)
                .list();
        db.sql("""
                insert into stay values (:stay, :patient, :facility, :class, :status, :admitted, :discharged,
                    :disposition, :type, :historical, array[:position::bigint])
                on conflict (stay_id) do update set patient_id = excluded.patient_id,
                    stay_class = excluded.stay_class, status = excluded.status, admitted_at = excluded.admitted_at,
                    discharged_at = excluded.discharged_at, disposition = excluded.disposition,
                    admission_type = excluded.admission_type, historical = excluded.historical,
                    receipt = stay.receipt || excluded.receipt""")
                .param("stay", stay.stay().value())
                .param("patient", stay.patient().value())
                .param("facility", stay.facility().value())
                .param("class", stay.stayClass().name())
                .param("status", stay.status().name())
                .param("admitted", utc(stay.admittedAt()))
                .param("discharged", utc(stay.dischargedAt()))
                .param(
                        "disposition",
                        stay.disposition() == null ? null : stay.disposition().code())
                .param("type", stay.admissionType())
                .param("historical", stay.historical())
                .param("position", position)
                .update();
        recompute(stay.patient().value());
        before.forEach(this::recompute);
    }

    void merged(PatientId patient, PatientId survivor) {
        db.sql("insert into edge values (:patient, :survivor)"
                        + " on conflict (patient_id) do update set survivor_id = excluded.survivor_id")
                .param("patient", patient.value())
                .param("survivor", survivor.value())
                .update();
        recompute(patient.value());
    }

    void unmerged(PatientId patient, PatientId from) {
        db.sql("delete from edge where patient_id = :patient")
                .param("patient", patient.value())
                .update();
        recompute(patient.value());
        recompute(from.value());
    }

    private void recompute(String patient) {
        List<Stay> stays = db.sql(SAME_PERSON + "select stay.* from stay join down on stay.patient_id = down.id"
                        + " where not historical")
                .param("patient", patient)
                .query(Episodes::stay)
                .list();
        db.sql(SAME_PERSON
                        + "delete from index_discharge using stay join down on stay.patient_id = down.id"
                        + " where index_discharge.stay_id = stay.stay_id")
                .param("patient", patient)
                .update();
        definition.of(stays).forEach(this::insert);
    }

    private void insert(IndexDischarge index) {
        db.sql("insert into index_discharge values (:stay, :facility, :date, :readmission, :days, :planned,"
                        + " string_to_array(:receipt, ',')::bigint[])")
                .param("stay", index.stay())
                .param("facility", index.facility())
                .param("date", index.dischargeDate())
                .param("readmission", index.readmission())
                .param("days", index.days())
                .param("planned", index.planned())
                .param("receipt", Receipts.text(index.receipt()))
                .update();
    }

    private static Stay stay(ResultSet row, int number) throws SQLException {
        return new Stay(
                row.getString("stay_id"),
                row.getString("facility"),
                StayClass.valueOf(row.getString("stay_class")),
                StayPicture.Status.valueOf(row.getString("status")),
                instant(row, "admitted_at"),
                instant(row, "discharged_at"),
                row.getString("disposition"),
                row.getString("admission_type"),
                Receipts.of(row, "receipt"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
