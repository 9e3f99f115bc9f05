package care.throughline.query.loops;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.query.Progress;
import care.throughline.query.ReadModel;
import care.throughline.query.loops.LoopReports.Member;
import care.throughline.query.loops.RulingReports.Ruled;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulingsTest {

    private static final Months AUTUMN = new Months(YearMonth.of(2026, 9), YearMonth.of(2026, 11));

    private final ReadModel model = ReadModel.of(db -> new Loops(db, ZoneId.of("America/New_York")));
    private final RulingNumbers numbers = new RulingNumbers(model.db(), new AtPosition(42), patients -> {});

    @BeforeEach
    void four_decisions_and_two_appeals() {
        model.db().sql("""
                        create schema directory;
                        create table directory.performer (performer_id text, name text);
                        create schema authorizations;
                        create table authorizations.request (authorization_id text, patient_id text, referral_id text,
                            specialty text, payer text);
                        create table authorizations.ruling (authorization_id text, position bigint, level int, outcome text,
                            asked bigint, asked_on date, decided_on date, in_time boolean);
                        insert into authorizations.request values
                            ('aut_a', 'pat_a', null, 'CARDIOLOGY', 'Acme'), ('aut_b', 'pat_b', null, 'CARDIOLOGY', 'Acme'),
                            ('aut_c', 'pat_c', null, 'NEUROLOGY', 'Bolt'), ('aut_d', 'pat_d', null, 'NEUROLOGY', null);
                        insert into authorizations.ruling values
                            ('aut_a', 11, 0, 'DENIED', 10, '2026-09-01', '2026-09-05', true),
                            ('aut_a', 13, 1, 'OVERTURNED', 12, '2026-09-10', '2026-10-01', true),
                            ('aut_b', 21, 0, 'APPROVED', 20, '2026-10-01', '2026-10-11', false),
                            ('aut_c', 31, 0, 'PARTLY_APPROVED', 30, '2026-10-02', '2026-10-04', true),
                            ('aut_c', 33, 1, 'UPHELD', 32, '2026-10-08', '2026-11-02', true),
                            ('aut_d', 41, 0, 'DENIED', 40, '2026-01-01', '2026-01-02', true)
                        """).update();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void denials_and_overturned_appeals_are_told_by_payer_all_together_and_month_by_month() {
        List<Ruled> lines = numbers.rulings(AUTUMN, By.PAYER).lines();
        assertThat(lines).extracting(Ruled::group).containsExactly("Acme", "Acme", "Acme", "Bolt", "Bolt", "Bolt");
        Ruled acme = lines.getFirst();
        assertThat(acme.month()).isNull();
        assertThat(acme.decided()).isEqualTo(2);
        assertThat(acme.denialRate()).isEqualTo(0.5);
        assertThat(acme.inTimeRate()).isEqualTo(0.5);
        assertThat(acme.medianDays()).isEqualTo(7.0);
        assertThat(acme.overturnRate()).isEqualTo(1.0);
        assertThat(lines.get(1).month()).isEqualTo(YearMonth.of(2026, 9));
        assertThat(lines.get(1).denied()).isEqualTo(1);
        assertThat(lines.get(2).appeals()).isEqualTo(1);
        assertThat(lines.get(3).partly()).isEqualTo(1);
        assertThat(lines.get(3).overturnRate()).isZero();
        assertThat(lines.get(5).denialRate()).isNull();
    }

    @Test
    void they_are_told_by_specialty_and_by_nobody_who_has_the_referral() {
        assertThat(numbers.rulings(AUTUMN, By.SPECIALTY).lines())
                .extracting(Ruled::group)
                .contains("CARDIOLOGY", "NEUROLOGY");
        assertThat(numbers.rulings(AUTUMN, By.PERFORMER).lines())
                .allMatch(line -> line.group().isEmpty());
    }

    @Test
    void every_decision_has_its_receipt() {
        assertThat(numbers.rulingsOf("Acme", AUTUMN, By.PAYER, false))
                .containsExactly(
                        member("aut_a", "pat_a", "2026-09-01", "2026-09-05", 4, true, 10L, 11L),
                        member("aut_b", "pat_b", "2026-10-01", "2026-10-11", 10, false, 20L, 21L));
        assertThat(numbers.rulingsOf("Bolt", AUTUMN, By.PAYER, true))
                .containsExactly(member("aut_c", "pat_c", "2026-10-08", "2026-11-02", 25, false, 32L, 33L));
    }

    private static Member member(
            String id, String patient, String asked, String decided, int days, boolean counts, Long... receipt) {
        return new Member(
                id, patient, LocalDate.parse(asked), LocalDate.parse(decided), days, counts, List.of(receipt));
    }

    private record AtPosition(long position) implements Progress {
        @Override
        public boolean await(String projection, long wanted, Duration atMost) {
            return true;
        }

        @Override
        public long position(String projection) {
            return position;
        }
    }
}
