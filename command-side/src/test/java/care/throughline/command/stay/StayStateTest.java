package care.throughline.command.stay;

import static care.throughline.command.stay.Visits.hour;
import static care.throughline.command.stay.Visits.told;
import static care.throughline.command.stay.Visits.unheard;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.stay.Visits.Told;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayPicture.Status;
import care.throughline.events.stay.StayReport.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StayStateTest {

    private static final Told ADMITTED = told(Kind.ADMITTED, 1).admitted(1).in("4W");
    private static final Told DISCHARGED =
            told(Kind.DISCHARGED, 9).discharged(9).to("01");

    @Test
    void an_admission_and_a_discharge_are_what_they_say() {
        assertThat(unheard().hears(ADMITTED).thenNames()).containsExactly("Admitted");
        assertThat(unheard().hears(ADMITTED, DISCHARGED).thenNames()).containsExactly("Discharged");
    }

    @Test
    void the_same_report_twice_is_nothing() {
        assertThat(unheard().hears(ADMITTED, ADMITTED).thenNames()).isEmpty();
    }

    @Test
    void an_emergency_visit_is_registered_and_a_later_admission_changes_its_class() {
        Told registered = told(Kind.REGISTERED, 1).as(StayClass.EMER).admitted(1);
        Told admitted = told(Kind.CLASS_CHANGED, 4).admitted(3);
        Visits visits = unheard().hears(registered);
        assertThat(visits.thenNames()).containsExactly("Registered");
        assertThat(visits.hears(admitted).thenNames()).containsExactly("ClassChanged");
        assertThat(visits.picture().classHistory()).containsExactly(StayClass.EMER, StayClass.IMP);
        assertThat(visits.picture().startedAt()).isEqualTo(hour(1));
        assertThat(visits.picture().admittedAt()).isEqualTo(hour(3));
    }

    @Test
    void a_discharge_that_comes_before_its_admission_stands_and_is_completed_later() {
        Visits visits = unheard().hears(DISCHARGED);
        assertThat(visits.thenNames()).containsExactly("Discharged");
        assertThat(visits.hears(ADMITTED).thenNames()).containsExactly("Corrected");
        assertThat(visits.picture().status()).isEqualTo(Status.DISCHARGED);
        assertThat(visits.picture().admittedAt()).isEqualTo(hour(1));
    }

    @Test
    void an_admission_recorded_after_the_discharge_does_not_reopen_the_stay() {
        Told late = told(Kind.ADMITTED, 20).admitted(1).in("4W");
        Visits visits = unheard().hears(ADMITTED, DISCHARGED, late);
        assertThat(visits.thenNames()).containsExactly("ReportNoted");
        assertThat(visits.picture().status()).isEqualTo(Status.DISCHARGED);
    }

    @Test
    void a_cancelled_discharge_takes_back_the_discharge_recorded_before_it_and_not_the_one_after() {
        Told cancelled = told(Kind.DISCHARGE_CANCELLED, 10);
        Told again = told(Kind.DISCHARGED, 12).discharged(12).to("06");
        Visits visits = unheard().hears(ADMITTED, DISCHARGED, cancelled);
        assertThat(visits.thenNames()).containsExactly("DischargeCancelled");
        assertThat(visits.picture().dischargedAt()).isNull();
        assertThat(visits.hears(again).picture().disposition()).isEqualTo(new Disposition("06"));
        assertThat(unheard().hears(again, ADMITTED, cancelled, DISCHARGED).picture())
                .isEqualTo(visits.picture());
    }

    @Test
    void a_cancelled_admission_makes_the_stay_void_also_if_it_comes_first() {
        Told cancelled = told(Kind.ADMISSION_CANCELLED, 3);
        assertThat(unheard().hears(ADMITTED, cancelled).thenNames()).containsExactly("AdmissionCancelled");
        assertThat(unheard().hears(cancelled, ADMITTED).picture().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void an_update_corrects_a_discharge_recorded_before_it_even_if_it_arrives_first() {
        Told update = told(Kind.UPDATED, 10).discharged(8).to("03");
        Visits visits = unheard().hears(ADMITTED, update);
        assertThat(visits.picture().status()).isEqualTo(Status.IN_HOUSE);
        assertThat(visits.picture().dischargedAt()).isNull();
        visits.hears(DISCHARGED);
        assertThat(visits.thenNames()).containsExactly("Discharged");
        assertThat(visits.picture().dischargedAt()).isEqualTo(hour(8));
        assertThat(visits.picture().disposition()).isEqualTo(new Disposition("03"));
    }

    @Test
    void the_time_of_an_update_is_never_a_time_of_discharge() {
        Told update = told(Kind.UPDATED, 10).to("03");
        assertThat(unheard().hears(ADMITTED, DISCHARGED, update).picture().dischargedAt())
                .isEqualTo(hour(9));
    }

    @Test
    void a_relayed_report_adds_who_told_it() {
        Visits visits = unheard()
                .hears(
                        ADMITTED,
                        DISCHARGED,
                        told(Kind.DISCHARGED, 10).by(Visits.RELAY).discharged(9).to("01"));
        assertThat(visits.thenNames()).containsExactly("ReportNoted");
        assertThat(visits.picture().toldBy()).containsExactlyInAnyOrder(Visits.OWNER, Visits.RELAY);
        assertThat(visits.picture().facility()).isEqualTo(Visits.OWNER);
    }

    @Test
    void a_visit_announced_is_planned_until_somebody_is_admitted() {
        Told announced = told(Kind.PREADMITTED, 0).as(StayClass.PRE);
        assertThat(unheard().hears(announced).thenNames()).containsExactly("AdmissionPlanned");
        Visits visits = unheard().hears(announced, ADMITTED);
        assertThat(visits.thenNames()).containsExactly("Admitted");
        assertThat(visits.picture().classHistory()).containsExactly(StayClass.IMP);
        assertThat(unheard().hears(ADMITTED, announced).picture()).isEqualTo(visits.picture());
    }

    @Test
    void a_move_within_the_house_and_back_is_a_transfer() {
        Told moved = told(Kind.TRANSFERRED, 3).in("ICU");
        Told back = told(Kind.TRANSFER_CANCELLED, 4).in("4W");
        assertThat(unheard().hears(ADMITTED, moved).thenNames()).containsExactly("Transferred");
        assertThat(unheard().hears(ADMITTED, moved, back).picture().location()).isEqualTo("4W");
    }

    @Test
    void a_record_handed_over_is_history_until_somebody_tells_it_as_news() {
        Told recorded = told(Kind.RECORDED, 2).admitted(1).discharged(9).to("01");
        Visits visits = unheard().hears(recorded);
        assertThat(visits.thenNames()).containsExactly("Discharged");
        assertThat(visits.picture().historical()).isTrue();
        assertThat(visits.hears(ADMITTED).picture().historical()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_order_of_arrival_does_not_matter(long seed) {
        List<Told> reports = List.of(
                told(Kind.REGISTERED, 0).as(StayClass.OBS).admitted(0).in("OBS1"),
                told(Kind.CLASS_CHANGED, 2).admitted(2).in("4W"),
                told(Kind.TRANSFERRED, 3).in("ICU"),
                DISCHARGED,
                told(Kind.DISCHARGE_CANCELLED, 10),
                told(Kind.DISCHARGED, 12).discharged(12),
                told(Kind.DISCHARGED, 12).by(Visits.RELAY).discharged(12).to("06"),
                told(Kind.UPDATED, 13).to("03"));
        StayPicture expected = Visits.after(reports);
        List<Told> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Visits.after(shuffled)).as("seed %s", seed).isEqualTo(expected);
        assertThat(Visits.after(Visits.reversed(shuffled))).as("seed %s", seed).isEqualTo(expected);
    }
}
