package care.throughline.query.people;

import care.throughline.events.PatientId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.patient.PatientEvent;
import care.throughline.query.Batch;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which record is whom after merges, and who is accountable for the person: a table that a projection keeps beside its
 * own and feeds with its events. Every row carries the root of its person and the coordinator that holds for all of it.
 */
public final class People {

    /** Part of the projection's own DDL; unqualified like all of it. */
    public static final String DDL = """
            create table person (
                patient_id      text primary key,
                merged_into     text,
                root_id         text not null,
                own_coordinator text not null default '',
                own_offered_to  text not null default '',
                own_since       bigint not null default 0,
                coordinator     text not null default '',
                offered_to      text not null default ''
            );
            create index on person (root_id);
            create index on person (merged_into) where merged_into is not null;
            """;

    private static final String KNOW =
            "insert into person (patient_id, root_id) select one, one from unnest(:patients) one on conflict do nothing";

    private static final String ROOT_OF = """
            with recursive up as (
                select patient_id, merged_into from person where patient_id = :patient
                union
                select p.patient_id, p.merged_into from person p join up on p.patient_id = up.merged_into
            )
            select patient_id from up where merged_into is null
            """;

    /** What holds for the person: the root's own coordinator, else the latest that any of its records was given. */
    private static final String RESOLVE = """
            with recursive member as (
                select patient_id from person where patient_id = :root
                union
                select p.patient_id from member m cross join lateral (
                    select patient_id from person where merged_into = m.patient_id offset 0) p
            ), holds as (
                select own_coordinator, own_offered_to from person
                where patient_id = any(array(select patient_id from member)) and own_since > 0
                order by patient_id = :root desc, own_since desc limit 1
            )
            update person set
                root_id = :root,
                coordinator = coalesce((select own_coordinator from holds), ''),
                offered_to = coalesce((select own_offered_to from holds), '')
            where patient_id = any(array(select patient_id from member))
            """;

    private final JdbcClient db;
    private final Batch batch;
    private final Consumer<List<String>> knowing;

    /** Whoever reads the table within an event handler does so by a client that sees what the batch has kept. */
    public People(JdbcClient db, Batch batch) {
        this.db = batch.seeing(db);
        this.batch = batch;
        this.knowing = patients -> db.sql(KNOW)
                .param("patients", patients.stream().distinct().toArray(String[]::new))
                .update();
    }

    /** Makes sure that there is a row for this record. */
    public void know(PatientId patient) {
        batch.write(patient.value(), knowing);
    }

    /** Follows a merge or an unmerge; other news about a patient changes nothing here.
     *
     * @return the roots of the persons that are not what they were
     */
    public List<String> follow(PatientEvent event) {
        return switch (event) {
            case PatientEvent.MergedInto merged -> merge(merged);
            case PatientEvent.Unmerged unmerged -> unmerge(unmerged);
            case PatientEvent.Registered registered -> unchanged(registered.patient());
            case PatientEvent.IdentifierAdded ignored -> List.of();
            case PatientEvent.IdentifierRetired ignored -> List.of();
            case PatientEvent.DemographicsCorrected ignored -> List.of();
            case PatientEvent.DemographicsConfirmed ignored -> List.of();
            case PatientEvent.DeathRecorded ignored -> List.of();
            case PatientEvent.AliveConfirmed ignored -> List.of();
            case PatientEvent.DeathWithdrawn ignored -> List.of();
        };
    }

    /** Follows who is accountable and to whom that was offered.
     *
     * @return the root of the person that it is about
     */
    public List<String> follow(CareTeamEvent event, long position) {
        know(event.patient());
        switch (event) {
            case CareTeamEvent.CoordinatorAssigned assigned ->
                hold(assigned.patient(), assigned.coordinator().value(), position);
            case CareTeamEvent.HandoffAccepted accepted ->
                hold(accepted.patient(), accepted.to().value(), position);
            case CareTeamEvent.CoordinatorReleased released -> hold(released.patient(), "", position);
            case CareTeamEvent.HandoffOffered offered ->
                offer(offered.patient(), offered.to().value());
            case CareTeamEvent.HandoffDeclined declined -> offer(declined.patient(), "");
        }
        return resolve(event.patient());
    }

    private List<String> merge(PatientEvent.MergedInto event) {
        know(event.patient());
        know(event.survivor());
        edge(event.patient(), event.survivor().value());
        return resolve(event.survivor());
    }

    private List<String> unmerge(PatientEvent.Unmerged event) {
        edge(event.patient(), null);
        return List.of(
                resolve(event.patient()).getFirst(), resolve(event.from()).getFirst());
    }

    private List<String> unchanged(PatientId patient) {
        know(patient);
        return List.of();
    }

    private void edge(PatientId patient, @Nullable String to) {
        db.sql("update person set merged_into = :to where patient_id = :patient")
                .param("to", to)
                .param("patient", patient.value())
                .update();
    }

    private void hold(PatientId patient, String coordinator, long position) {
        db.sql("""
                        update person set own_coordinator = :coordinator, own_offered_to = '', own_since = :position
                        where patient_id = :patient
                        """)
                .param("coordinator", coordinator)
                .param("position", position)
                .param("patient", patient.value())
                .update();
    }

    private void offer(PatientId patient, String to) {
        db.sql("update person set own_offered_to = :to where patient_id = :patient")
                .param("to", to)
                .param("patient", patient.value())
                .update();
    }

    private List<String> resolve(PatientId patient) {
        String root = db.sql(ROOT_OF)
                .param("patient", patient.value())
                .query(String.class)
                .optional()
                .orElse(patient.value());
        db.sql(RESOLVE).param("root", root).update();
        return List.of(root);
    }
}
