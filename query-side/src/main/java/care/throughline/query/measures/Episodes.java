package care.throughline.query.measures;

import care.throughline.events.PatientId;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayPicture;
import care.throughline.query.Batch;
import care.throughline.query.measures.IndexDischarges.IndexDischarge;
import care.throughline.query.measures.IndexDischarges.Stay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

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

    /** All records of the same person as one of these, each with that one; every step and what follows goes by an index. */
    private static final String SAME_PERSON = """
            with recursive same(one, id) as (
                select one, one from unnest(:patients) one
                union
                select same.one, other.id from same cross join lateral (
                    select survivor_id from edge where patient_id = same.id
                    union all
                    select patient_id from edge where survivor_id = same.id
                ) other (id))
            """;

    private static final String STAYS = SAME_PERSON + """
            select same.one, own.* from same cross join lateral (
                select * from stay where patient_id = same.id and not historical offset 0) own
            """;

    private static final String CLEAR = SAME_PERSON + """
            delete from index_discharge where stay_id = any(array(
                select stay_id from stay where patient_id = any(array(select id from same))))
            """;

    private static final String TELL = """
            insert into stay
            select stay, patient, facility, "stayClass", status, admitted, discharged, disposition, type, historical,
                   receipt
            from json_to_recordset(cast(:stays as json)) as told (
                stay text, patient text, facility text, "stayClass" text, status text, admitted timestamptz,
                discharged timestamptz, disposition text, type text, historical boolean, receipt bigint[])
            on conflict (stay_id) do update set patient_id = excluded.patient_id,
                stay_class = excluded.stay_class, status = excluded.status, admitted_at = excluded.admitted_at,
                discharged_at = excluded.discharged_at, disposition = excluded.disposition,
                admission_type = excluded.admission_type, historical = excluded.historical,
                receipt = stay.receipt || excluded.receipt
            """;

    private static final String INDEX = """
            insert into index_discharge
            select stay, facility, "dischargeDate", readmission, days, planned, receipt
            from json_to_recordset(cast(:discharges as json)) as found (
                stay text, facility text, "dischargeDate" date, readmission text, days int, planned boolean,
                receipt bigint[])
            """;

    private final JdbcClient db;
    private final Batch batch;
    private final IndexDischarges definition;
    private final JsonMapper json = JsonMapper.shared();
    private final Consumer<List<Told>> telling = this::tell;

    Episodes(JdbcClient db, Batch batch, IndexDischarges definition) {
        this.db = db;
        this.batch = batch;
        this.definition = definition;
    }

    /** A stay as it stands after an event; the names are those of the statement. */
    private record Told(
            String stay,
            String patient,
            String facility,
            String stayClass,
            String status,
            @Nullable Instant admitted,
            @Nullable Instant discharged,
            @Nullable String disposition,
            @Nullable String type,
            boolean historical,
            List<Long> receipt) {

        /** Both in one row, as if this had been written before the other. */
        Told then(Told later) {
            List<Long> all =
                    Stream.concat(receipt.stream(), later.receipt.stream()).toList();
            return new Told(
                    stay,
                    later.patient,
                    facility,
                    later.stayClass,
                    later.status,
                    later.admitted,
                    later.discharged,
                    later.disposition,
                    later.type,
                    later.historical,
                    all);
        }
    }

    void told(StayPicture stay, long position) {
        Told told = new Told(
                stay.stay().value(),
                stay.patient().value(),
                stay.facility().value(),
                stay.stayClass().name(),
                stay.status().name(),
                stay.admittedAt(),
                stay.dischargedAt(),
                stay.disposition() == null ? null : stay.disposition().code(),
                stay.admissionType(),
                stay.historical(),
                List.of(position));
        batch.write(told, telling);
    }

    private void tell(List<Told> told) {
        Map<String, Told> stays = new TreeMap<>();
        told.forEach(one -> stays.merge(one.stay(), one, Told::then));
        Stream<String> before = db
                .sql("select patient_id from stay where stay_id = any(:stays)")
                .param("stays", stays.keySet().toArray(String[]::new))
                .query(String.class)
                .list()
                .stream();
        db.sql(TELL).param("stays", json.writeValueAsString(stays.values())).update();
        recompute(Stream.concat(before, told.stream().map(Told::patient)));
    }

    void merged(PatientId patient, PatientId survivor) {
        batch.seeing(db)
                .sql("insert into edge values (:patient, :survivor)"
                        + " on conflict (patient_id) do update set survivor_id = excluded.survivor_id")
                .param("patient", patient.value())
                .param("survivor", survivor.value())
                .update();
        recompute(Stream.of(patient.value()));
    }

    void unmerged(PatientId patient, PatientId from) {
        batch.seeing(db)
                .sql("delete from edge where patient_id = :patient")
                .param("patient", patient.value())
                .update();
        recompute(Stream.of(patient.value(), from.value()));
    }

    /** Finds the index discharges of all these people anew; records of one person give it once. */
    private void recompute(Stream<String> patients) {
        String[] ones = patients.distinct().toArray(String[]::new);
        Map<String, Map<String, Stay>> byPerson = new TreeMap<>();
        db.sql(STAYS).param("patients", ones).query(row -> {
            Stay stay = stay(row);
            byPerson.computeIfAbsent(row.getString("one"), one -> new TreeMap<>())
                    .put(stay.stay(), stay);
        });
        db.sql(CLEAR).param("patients", ones).update();
        List<IndexDischarge> found = byPerson.values().stream()
                .distinct()
                .flatMap(stays -> definition.of(List.copyOf(stays.values())).stream())
                .toList();
        if (!found.isEmpty()) {
            db.sql(INDEX).param("discharges", json.writeValueAsString(found)).update();
        }
    }

    private static Stay stay(ResultSet row) throws SQLException {
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
}
