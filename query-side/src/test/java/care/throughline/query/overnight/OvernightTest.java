package care.throughline.query.overnight;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.StayId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayPicture.Status;
import care.throughline.events.stay.StayReport;
import care.throughline.query.Batch;
import care.throughline.query.Holidays;
import care.throughline.query.ReadModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OvernightTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final FacilityCode RIVERBEND = new FacilityCode("RVBND");

    private static final Holidays HOLIDAYS = LocalDate.of(2026, 11, 26)::equals;

    private final ReadModel model = ReadModel.of(db -> new Overnight(db, Batch.NONE));
    private final Nights nights = new Nights(model.db(), patients -> {});

    @BeforeEach
    void names() {
        model.db().sql("create schema patients").update();
        model.db()
                .sql("create table patients.person (patient_id text primary key, family text, given text,"
                        + " birth_date date, sex text)")
                .update();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void on_a_monday_the_last_shift_ended_on_friday_at_five() {
        assertThat(ShiftEnd.before(at("2026-11-16T09:00"), ZONE, HOLIDAYS)).isEqualTo(at("2026-11-13T17:00"));
        assertThat(ShiftEnd.before(at("2026-11-17T09:00"), ZONE, HOLIDAYS)).isEqualTo(at("2026-11-16T17:00"));
    }

    @Test
    void on_the_friday_after_thanksgiving_the_last_shift_ended_on_wednesday_at_five() {
        assertThat(ShiftEnd.before(at("2026-11-27T09:00"), ZONE, HOLIDAYS)).isEqualTo(at("2026-11-25T17:00"));
    }

    @Test
    void what_happened_after_the_shift_is_shown_and_what_was_before_is_not() {
        admitted("early", "2026-11-16T12:00", "2026-11-16T12:05");
        admitted("night", "2026-11-17T02:00", "2026-11-17T02:05");
        discharged("home", "2026-11-16T19:00", "2026-11-16T19:30");

        Night night = show(false);
        assertThat(night.admissions()).extracting(Night.Entry::stay).containsExactly("stay_night");
        assertThat(night.discharges()).extracting(Night.Entry::stay).containsExactly("stay_home");
    }

    @Test
    void news_told_after_the_shift_of_something_before_it_is_shown_as_told_late() {
        admitted("late", "2026-11-16T16:30", "2026-11-16T18:00");

        assertThat(show(false).admissions())
                .singleElement()
                .satisfies(entry -> assertThat(entry.late()).isTrue());
    }

    @Test
    void an_admission_within_thirty_days_of_a_discharge_says_so() {
        discharged("first", "2026-11-01T10:00", "2026-11-01T10:00");
        admitted("again", "2026-11-17T02:00", "2026-11-17T02:05");

        assertThat(show(false).admissions())
                .singleElement()
                .satisfies(entry -> assertThat(entry.again()).isTrue());
    }

    @Test
    void my_panel_is_those_i_am_accountable_for() {
        admitted("night", "2026-11-17T02:00", "2026-11-17T02:05");
        assertThat(show(true).admissions()).isEmpty();

        model.told(new CareTeamEvent.CoordinatorAssigned(
                new PatientId("pat_one"), new StaffId("ana"), new StaffId("sam"), at("2026-11-17T08:00")));
        assertThat(show(true).admissions()).hasSize(1);
    }

    private Night show(boolean mine) {
        return nights.show(new ShowNight("ana", mine, at("2026-11-16T17:00"), at("2026-11-17T09:00")));
    }

    private void admitted(String stay, String when, String told) {
        StayPicture picture = picture(stay, Status.IN_HOUSE, at(when), null);
        model.told(new StayEvent.Admitted(picture.stay(), report(at(when)), picture, at(when)), at(told));
    }

    private void discharged(String stay, String when, String told) {
        StayPicture picture = picture(stay, Status.DISCHARGED, at(when).minusSeconds(345_600), at(when));
        model.told(new StayEvent.Discharged(picture.stay(), report(at(when)), picture, at(when)), at(told));
    }

    private static StayPicture picture(String stay, Status status, Instant began, @Nullable Instant ended) {
        return new StayPicture(
                new StayId("stay_" + stay),
                new PatientId("pat_one"),
                RIVERBEND,
                StayClass.IMP,
                List.of(StayClass.IMP),
                status,
                began,
                began,
                ended,
                ended == null ? null : new Disposition("01"),
                "E",
                "4 West",
                Set.of(RIVERBEND),
                false,
                Set.of());
    }

    private static StayReport report(Instant at) {
        PatientId patient = new PatientId("pat_one");
        return new StayReport(
                StayReport.Kind.ADMITTED,
                RIVERBEND,
                at,
                "1",
                patient,
                StayClass.IMP,
                at,
                null,
                null,
                "E",
                "4 West",
                Personal.of(patient, new StayReport.Details("V1", List.of(), null, null)),
                Set.of());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
