package care.throughline.query.accesses;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.disclosure.Basis;
import care.throughline.events.disclosure.DisclosureEvent.DisclosureRecorded;
import care.throughline.events.disclosure.DisclosureEvent.DisclosureWithdrawn;
import care.throughline.events.disclosure.DisclosureId;
import care.throughline.query.ReadModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisclosuresTest {

    private static final Instant NOON = Instant.parse("2026-11-20T17:00:00Z");
    private static final PatientId ANA = new PatientId("pat_a");
    private static final StaffId NORA = new StaffId("nora.quinn");

    private final ReadModel model = ReadModel.of(Register::new);
    private final List<String> told = new ArrayList<>();
    private final Disclosures disclosures = new Disclosures(model.db(), told::addAll);

    @BeforeEach
    void names() {
        model.db().sql("create schema patients").update();
        model.db().sql("""
                        create table patients.person (patient_id text primary key, root_id text, family text, given text);
                        insert into patients.person values ('pat_a', 'pat_a', 'Lim', 'Ana'),
                            ('pat_b', 'pat_b', 'Ode', 'Ben'), ('pat_old', 'pat_a', 'Lim', 'Anna')
                        """).update();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void disclosures_of_all_records_of_a_person_are_found_the_last_recorded_first() {
        model.told(
                recorded("dis_1", ANA, NOON),
                recorded("dis_2", new PatientId("pat_b"), NOON),
                recorded("dis_3", new PatientId("pat_old"), NOON.minusSeconds(30)));

        assertThat(find()).extracting(Disclosure::disclosure).containsExactly("dis_3", "dis_1");
        assertThat(told).as("looking is an access").containsExactly("pat_a");
        assertThat(disclosures.nameOf(ANA)).isEqualTo("Lim, Ana");
    }

    @Test
    void what_was_told_before_or_after_the_period_is_left_out() {
        model.told(recorded("dis_1", ANA, NOON.minusSeconds(61)), recorded("dis_2", ANA, NOON.plusSeconds(60)));

        assertThat(find()).isEmpty();
    }

    @Test
    void what_was_taken_back_stays_and_says_so() {
        model.told(
                recorded("dis_1", ANA, NOON),
                new DisclosureWithdrawn(
                        new DisclosureId("dis_1"), ANA, NORA, Personal.of(ANA, "wrong patient"), NOON.plusSeconds(9)));

        assertThat(find().getFirst().withdrawal())
                .isEqualTo(new Disclosure.Withdrawal("nora.quinn", NOON.plusSeconds(9), "wrong patient"));
    }

    @Test
    void what_was_forgotten_is_told_as_that() {
        model.told(new DisclosureRecorded(
                new DisclosureId("dis_1"),
                ANA,
                NORA,
                Basis.BY_MISTAKE,
                Personal.forgotten("pat_a"),
                Personal.forgotten("pat_a"),
                Personal.forgotten("pat_a"),
                Personal.forgotten("pat_a"),
                NOON));

        assertThat(DisclosureWords.recipient(find().getFirst())).isEqualTo("forgotten");
    }

    private List<Disclosure> find() {
        return disclosures.find(ANA, NOON.minusSeconds(60), NOON.plusSeconds(60), Long.MAX_VALUE, 10);
    }

    private static DisclosureRecorded recorded(String id, PatientId patient, Instant at) {
        return new DisclosureRecorded(
                new DisclosureId(id),
                patient,
                NORA,
                Basis.PUBLIC_HEALTH,
                Personal.of(patient, "County health department"),
                Personal.of(patient, "1 Main St"),
                Personal.of(patient, "Positive test"),
                Personal.of(patient, "Reportable disease"),
                at);
    }
}
