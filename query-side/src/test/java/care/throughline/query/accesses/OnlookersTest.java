package care.throughline.query.accesses;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.events.access.AccessEvent.DataRefused;
import care.throughline.events.access.AccessEvent.DataShown;
import care.throughline.events.access.AccessId;
import care.throughline.query.ReadModel;
import care.throughline.query.accesses.FindAccesses.Outcome;
import care.throughline.query.accesses.Looks.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnlookersTest {

    private static final Instant NOON = Instant.parse("2026-11-20T17:00:00Z");

    private final ReadModel model = ReadModel.of(Register::new);
    private final List<String> told = new ArrayList<>();
    private final Onlookers onlookers = new Onlookers(model.db(), told::addAll);

    @BeforeEach
    void names() {
        model.db().sql("create schema patients").update();
        model.db()
                .sql("create table patients.person (patient_id text primary key, root_id text, name text)")
                .update();
        model.db()
                .sql(
                        "insert into patients.person values ('pat_a', 'pat_a', 'Lim, Ana'), ('pat_b', 'pat_b', 'Ode, Ben'),"
                                + " ('pat_old', 'pat_a', 'Lim, Ana')")
                .update();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void accesses_to_all_records_of_a_person_are_found_the_last_first() {
        model.told(shown(1, "pat_a"), shown(2, "pat_b"), shown(3, "pat_old", "pat_b"));

        assertThat(onlookers.find(about("pat_a", Outcome.ALL)).looks())
                .extracting(Look::position)
                .containsExactly(3L, 1L);
        assertThat(onlookers.find(about("pat_b", Outcome.ALL)).looks())
                .extracting(Look::position)
                .containsExactly(3L, 2L);
    }

    @Test
    void what_was_refused_can_be_told_from_what_was_shown() {
        model.told(shown(1, "pat_a"), refused(2, "pat_a"));

        assertThat(onlookers.find(about("pat_a", Outcome.SHOWN)).looks())
                .extracting(Look::why)
                .containsExactly("role-allows");
        assertThat(onlookers.find(about("pat_a", Outcome.REFUSED)).looks())
                .extracting(Look::why)
                .containsExactly("role-not-allowed");
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended() {
        for (int i = 0; i < 5; i++) {
            model.told(shown(i, "pat_a"));
        }
        Looks first = onlookers.find(page(Long.MAX_VALUE));
        assertThat(first.looks()).hasSize(3);
        assertThat(first.before()).isEqualTo(3);
        assertThat(onlookers.find(page(3)).looks()).hasSize(2);
        assertThat(onlookers.find(page(3)).before()).isNull();
    }

    @Test
    void looking_at_accesses_is_an_access_to_whom_they_name() {
        model.told(shown(1, "pat_b"));
        onlookers.find(page(Long.MAX_VALUE));
        assertThat(told).containsExactly("pat_b");
        told.clear();
        onlookers.find(about("pat_a", Outcome.ALL));
        assertThat(told).containsExactly("pat_a");
    }

    @Test
    void whoever_asks_about_one_person_is_told_of_nobody_else() {
        model.told(shown(0, "pat_a", "pat_b"));

        List<Look> looks = onlookers.find(about("pat_a", Outcome.ALL)).looks();

        assertThat(looks).singleElement().satisfies(look -> {
            assertThat(look.people()).isEqualTo(2);
            assertThat(look.first()).extracting(Looks.Person::patient).containsExactly("pat_a");
        });
    }

    @Test
    void each_account_is_counted_with_the_people_it_saw() {
        model.told(shown(1, "pat_a", "pat_old", "pat_b"), shown(2), refused(3, "pat_b"));

        assertThat(onlookers.countByStaff(NOON.minusSeconds(1), NOON.plusSeconds(60)))
                .containsExactly(new Looks.OfStaff("alice", "COORDINATOR", 2, 2, 1));
        assertThat(onlookers.countByStaff(NOON.minusSeconds(60), NOON)).isEmpty();
    }

    private static DataShown shown(int seconds, String... patients) {
        return new DataShown(
                new AccessId("acc_" + seconds),
                Arrays.stream(patients).map(PatientId::new).toList(),
                "GET /patients/{id}",
                "192.0.2.7",
                "role-allows",
                NOON.plusSeconds(seconds));
    }

    private static DataRefused refused(int seconds, String patient) {
        return new DataRefused(
                new AccessId("acc_r" + seconds),
                List.of(new PatientId(patient)),
                "GET /patients/**",
                "192.0.2.7",
                "role-not-allowed",
                NOON.plusSeconds(seconds));
    }

    private static FindAccesses about(String patient, Outcome outcome) {
        return new FindAccesses(patient, "", outcome, NOON, NOON.plusSeconds(60), Long.MAX_VALUE, 50);
    }

    private static FindAccesses page(long before) {
        return new FindAccesses("", "alice", Outcome.ALL, NOON, NOON.plusSeconds(60), before, 3);
    }
}
