package care.throughline.query.past;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.patient.PatientEvent;
import care.throughline.query.ReadModel;
import care.throughline.query.audit.Audits;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcernedTest {

    private static final Instant NOON = Instant.parse("2026-11-10T17:00:00Z");
    private static final PatientId ANNA = new PatientId("pat_anna");
    private static final PatientId ANN = new PatientId("pat_ann");
    private static final PatientId BOB = new PatientId("pat_bob");
    private static final List<String> NAMES =
            List.of("patient.Registered", "patient.MergedInto", "careteam.CoordinatorAssigned");

    private final ReadModel audit = Audits.empty();
    private final Concerned concerned = new Concerned(audit.db());

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void a_person_is_concerned_by_the_events_of_their_own_record() {
        audit.told(registered(ANNA, NOON), registered(BOB, NOON));

        assertThat(concerned.events(List.of(ANNA.value()), knownBy(2), NAMES)).containsExactly(1L);
    }

    @Test
    void what_was_recorded_later_did_not_concern_anybody_yet() {
        audit.told(registered(ANNA, NOON), assigned(ANNA));

        assertThat(concerned.events(List.of(ANNA.value()), knownBy(1), NAMES)).containsExactly(1L);
    }

    @Test
    void what_happened_later_is_left_out_though_it_was_known() {
        audit.told(registered(ANNA, NOON), registered(ANNA, NOON.plusSeconds(60)));

        assertThat(concerned.events(List.of(ANNA.value()), new Then(2, NOON, NOON.plusSeconds(59), false), NAMES))
                .containsExactly(1L);
    }

    @Test
    void records_that_were_merged_are_concerned_together_from_the_merge_on() {
        audit.told(registered(ANNA, NOON), registered(ANN, NOON), merged());

        assertThat(concerned.events(List.of(ANN.value()), knownBy(2), NAMES)).containsExactly(2L);
        assertThat(concerned.events(List.of(ANN.value()), knownBy(3), NAMES)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void finding_one_persons_events_reads_ranges_of_indexes_however_many_others_there_are() {
        audit.told(registered(ANNA, NOON), registered(ANN, NOON), merged());
        audit.db().sql("""
                        insert into audit.concern
                        select 'pat_' || n / 50, 'stay.Admitted', 1000 + n, now() from generate_series(1, 100000) n
                        """).update();
        audit.db().sql("""
                        insert into audit.tie
                        select 'pat_' || n, 'pat_' || n + 1, n from generate_series(1, 20000) n
                        """).update();
        audit.db().sql("analyze audit.concern, audit.tie").update();

        List<String> plan = audit.db()
                .sql("explain (analyze, buffers) " + Concerned.EVENTS)
                .param("people", new String[] {ANN.value()})
                .param("position", 200_000L)
                .param("horizon", knownBy(1).horizon())
                .param("names", NAMES.toArray(String[]::new))
                .param("most", 10)
                .query(String.class)
                .list();

        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
        assertThat(plan).anyMatch(line -> line.contains("concern_pkey"));
    }

    private static Then knownBy(long position) {
        return new Then(position, NOON, null, false);
    }

    private static PatientEvent registered(PatientId patient, Instant at) {
        return new PatientEvent.Registered(patient, at);
    }

    private static CareTeamEvent assigned(PatientId patient) {
        return new CareTeamEvent.CoordinatorAssigned(
                patient, new StaffId("nora.quinn"), new StaffId("ada.boateng"), NOON);
    }

    private static PatientEvent merged() {
        return new PatientEvent.MergedInto(ANNA, ANN, PatientEvent.MergeKind.TOLD, NOON);
    }
}
