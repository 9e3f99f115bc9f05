package care.throughline.command.transition;

import care.throughline.command.Sealing;
import care.throughline.events.PatientId;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayPicture;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the reconciler knows in PostgreSQL, in the transaction of the event it learned it from. */
final class JourneyTables implements Journeys {

    private final JdbcClient db;
    private final Sealing sealing;
    private final JsonMapper json = JsonMapper.shared();

    JourneyTables(JdbcClient db, Sealing sealing) {
        this.db = db;
        this.sealing = sealing;
    }

    @Override
    public Set<PatientId> keep(StayPicture picture, Set<String> diagnoses, long version) {
        Optional<StayRow> known = row(picture.stay());
        if (known.isPresent() && known.get().version() >= version) {
            return Set.of();
        }
        Set<String> codes = new TreeSet<>(known.map(this::codes).orElse(Set.of()));
        boolean more = codes.addAll(diagnoses);
        db.sql("""
                insert into command.journey_stay (stay, patient, version, picture, diagnoses)
                values (:stay, :patient, :version, :picture::jsonb, :diagnoses)
                on conflict (stay) do update set patient = excluded.patient, version = excluded.version,
                    picture = excluded.picture, diagnoses = excluded.diagnoses
                """)
                .param("stay", picture.stay().value())
                .param("patient", picture.patient().value())
                .param("version", version)
                .param("picture", json.writeValueAsString(picture))
                .param("diagnoses", sealed(picture.patient(), codes))
                .update();
        return concerned(known.map(StayRow::picture).orElse(null), picture, more);
    }

    private static Set<PatientId> concerned(@Nullable StayPicture before, StayPicture after, boolean more) {
        if (before == null) {
            return Set.of(after.patient());
        }
        Set<PatientId> concerned = new HashSet<>(List.of(before.patient(), after.patient()));
        return before.equals(after) && !more ? Set.of() : concerned;
    }

    @Override
    public boolean change(PatientId patient, long version, UnaryOperator<PersonRecord> change) {
        PersonRecord known = db.sql("select record from command.journey_record where patient = :patient")
                .param("patient", patient.value())
                .query((row, number) -> json.readValue(row.getString("record"), PersonRecord.class))
                .optional()
                .orElse(PersonRecord.of(patient));
        PersonRecord changed = change.apply(known);
        return db.sql("""
                        insert into command.journey_record (patient, survivor, version, record)
                        values (:patient, :survivor, :version, :record::jsonb)
                        on conflict (patient) do update set survivor = excluded.survivor,
                            version = excluded.version, record = excluded.record
                        where journey_record.version < excluded.version
                        """)
                        .param("patient", patient.value())
                        .param(
                                "survivor",
                                changed.survivor() == null
                                        ? null
                                        : changed.survivor().value())
                        .param("version", version)
                        .param("record", json.writeValueAsString(changed))
                        .update()
                == 1;
    }

    @Override
    public Person personOf(PatientId patient) {
        List<StayRow> stays = db.sql(SAME_PERSON + """
                        select stay, version, picture, diagnoses from command.journey_stay
                        where patient = any(array(select patient from same)) order by stay
                        """)
                .param("patient", patient.value())
                .query((row, number) ->
                        stayRow(row.getLong("version"), row.getString("picture"), row.getBytes("diagnoses")))
                .list();
        List<PersonRecord> records = db.sql(
                        SAME_PERSON
                                + "select record from command.journey_record where patient = any(array(select patient from same))")
                .param("patient", patient.value())
                .query((row, number) -> json.readValue(row.getString("record"), PersonRecord.class))
                .list();
        Map<StayId, Set<String>> diagnoses = new HashMap<>();
        stays.forEach(row -> diagnoses.put(row.picture().stay(), codes(row)));
        return new Person(records, stays.stream().map(StayRow::picture).toList(), diagnoses);
    }

    /**
     * Follows merges both ways, each step by an index; a union without duplicates ends even where merges form a ring.
     */
    private static final String SAME_PERSON = """
            with recursive same (patient) as (
                values (cast(:patient as text))
                union
                select other.patient from same cross join lateral (
                    select survivor from command.journey_record
                    where patient = same.patient and survivor is not null
                    union all
                    select patient from command.journey_record where survivor = same.patient
                ) other (patient)
            )
            """;

    @Override
    public Optional<String> planOf(StayId stay) {
        return db.sql("select plan from command.journey_plan where stay = :stay")
                .param("stay", stay.value())
                .query(String.class)
                .optional();
    }

    @Override
    public void remember(StayId stay, String plan) {
        db.sql("""
                insert into command.journey_plan (stay, plan) values (:stay, :plan)
                on conflict (stay) do update set plan = excluded.plan
                """).param("stay", stay.value()).param("plan", plan).update();
    }

    private Optional<StayRow> row(StayId stay) {
        return db.sql("select version, picture, diagnoses from command.journey_stay where stay = :stay")
                .param("stay", stay.value())
                .query((row, number) ->
                        stayRow(row.getLong("version"), row.getString("picture"), row.getBytes("diagnoses")))
                .optional();
    }

    private StayRow stayRow(long version, String picture, byte @Nullable [] diagnoses) {
        return new StayRow(
                version,
                json.readValue(picture, StayPicture.class),
                diagnoses == null ? Optional.empty() : Optional.of(() -> diagnoses));
    }

    private byte @Nullable [] sealed(PatientId patient, Set<String> codes) {
        return codes.isEmpty()
                ? null
                : sealing.seal(patient, String.join("\n", codes).getBytes(StandardCharsets.UTF_8));
    }

    /** The codes told with a stay; none once the patient's key is forgotten. */
    private Set<String> codes(StayRow row) {
        return row.diagnoses()
                .flatMap(kept -> sealing.open(row.picture().patient(), kept.bytes()))
                .map(text -> Set.copyOf(
                        new String(text, StandardCharsets.UTF_8).lines().toList()))
                .orElse(Set.of());
    }

    /** Codes as they are kept: sealed under the key of the record under which the stay is told. */
    private interface Sealed {
        byte[] bytes();
    }

    private record StayRow(long version, StayPicture picture, Optional<Sealed> diagnoses) {}
}
