package care.throughline.query.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.AppointmentId;
import care.throughline.events.CommitmentId;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.Personal;
import care.throughline.events.ReferralId;
import care.throughline.events.RoutineId;
import care.throughline.events.RuleRef;
import care.throughline.events.StaffId;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.Clash;
import care.throughline.events.appointment.CommitmentKind;
import care.throughline.events.appointment.ConflictKind;
import care.throughline.events.appointment.Hindrance;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Purpose;
import care.throughline.events.appointment.Readiness;
import care.throughline.events.appointment.RoutineEvent;
import care.throughline.events.appointment.WeeklyTime;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.directory.Specialty;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.erasure.ErasureId;
import care.throughline.events.erasure.Scope;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.events.referral.Due;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import care.throughline.events.referral.Way;
import care.throughline.query.Accesses;
import care.throughline.query.Batch;
import care.throughline.query.ReadModel;
import care.throughline.query.Sealed;
import care.throughline.query.calendar.Booking.Conflict;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final AppointmentId LAB = new AppointmentId("apt_lab");
    private static final AppointmentId VISIT = new AppointmentId("apt_visit");
    private static final ReferralId REFERRAL = new ReferralId("ref_a");
    private static final PerformerId HARBOR = new PerformerId("prf_harbor");
    private static final PatientId ANNA = new PatientId("pat_a");
    private static final PatientId ANN = new PatientId("pat_b");
    private static final Instant TOLD = Instant.parse("2026-11-10T15:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00Z");

    private final ReadModel model = ReadModel.of(db ->
            new Calendar(db, Batch.NONE, day -> new AppointmentRules.Rule("r", "p", 7, 2, 2, 30, 2, 182, 5), ZONE));
    private final Calendars calendars = new Calendars(model.db(), patients -> {}, ZONE);

    @BeforeEach
    void the_town() {
        model.db().sql("""
                        create schema patients;
                        create table patients.person (patient_id text, root_id text, family text, given text, language text,
                            deceased boolean);
                        insert into patients.person values ('pat_a', 'pat_a', 'Doe', 'Anna', 'es', false),
                            ('pat_b', 'pat_b', 'Doe', 'Ann', 'en', false);
                        create schema directory;
                        create table directory.performer (performer_id text, name text);
                        insert into directory.performer values ('prf_harbor', 'Harbor')
                        """).update();
        model.told(new PatientEvent.Registered(ANNA, TOLD), new PatientEvent.Registered(ANN, TOLD));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_conflict_is_found_when_either_side_changes_and_goes_when_one_is_moved() {
        model.told(booked(LAB, MONDAY), booked(VISIT, MONDAY.plusSeconds(600)));
        assertThat(shown(VISIT).conflicts()).extracting(Conflict::kind).containsExactly(ConflictKind.OVERLAP);
        assertThat(shown(LAB).clashes()).isTrue();
        model.told(new AppointmentEvent.Moved(LAB, ANNA, MONDAY.minusSeconds(7200), 30, TOLD));
        assertThat(shown(VISIT).conflicts()).isEmpty();
        model.told(dialysis());
        assertThat(shown(LAB).conflicts())
                .singleElement()
                .satisfies(found -> assertThat(found.words()).isEqualTo("dialysis (Old Mill)"));
        model.told(new RoutineEvent.CommitmentEnded(
                RoutineId.of(ANNA), ANNA, new CommitmentId("cmt_a"), LocalDate.of(2026, 11, 22), TOLD));
        assertThat(shown(LAB).conflicts()).isEmpty();
    }

    @Test
    void what_was_put_aside_comes_back_when_something_happens_or_it_does_not_fit_any_more() {
        Instant early = MONDAY.minusSeconds(7200);
        AppointmentEvent.Snoozed snoozed = new AppointmentEvent.Snoozed(
                LAB, ANNA, early, early.minusSeconds(7200), Personal.of(ANNA, "Asked to be called back"), TOLD);
        model.told(booked(LAB, early), snoozed);
        assertThat(aside()).containsExactly("apt_lab Asked to be called back");
        model.told(new AppointmentEvent.Confirmed(LAB, ANNA, early, TOLD));
        assertThat(aside()).isEmpty();
        model.told(snoozed, new AppointmentEvent.Unsnoozed(LAB, ANNA, TOLD));
        assertThat(aside()).isEmpty();
        model.told(snoozed, booked(VISIT, MONDAY.plusSeconds(86_400)));
        assertThat(aside()).as("another appointment that fits is no news").hasSize(1);
        model.told(dialysis());
        assertThat(aside()).isEmpty();
        model.told(snoozed, new AppointmentEvent.Confirmed(VISIT, ANNA, MONDAY.plusSeconds(86_400), TOLD));
        assertThat(aside()).as("who puts it aside knows of the conflict").hasSize(1);
    }

    @Test
    void a_hard_conflict_waits_until_somebody_says_why_it_stands() {
        model.told(dialysis(), booked(LAB, MONDAY.minusSeconds(7200)));
        assertThat(tasks("PREPARE")).containsExactly("{CONFLICT,CONFIRM}");
        Clash clash = new Clash(ConflictKind.COMMITMENT, MONDAY.minusSeconds(7200), "cmt_a", null);
        model.told(new AppointmentEvent.ConflictAccepted(LAB, ANNA, clash, Personal.of(ANNA, "They let her go"), TOLD));
        assertThat(shown(LAB).conflicts()).extracting(Conflict::accepted).containsExactly("They let her go");
        assertThat(tasks("PREPARE")).containsExactly("{CONFIRM}");
        model.told(new AppointmentEvent.Moved(LAB, ANNA, MONDAY.minusSeconds(6600), 30, TOLD));
        assertThat(shown(LAB).clashes()).as("another time is another conflict").isTrue();
    }

    @Test
    void a_conflict_between_two_records_shows_once_they_are_one_person() {
        model.told(booked(LAB, MONDAY));
        model.told(new AppointmentEvent.Booked(
                VISIT, ANN, Purpose.VISIT, Mode.VIDEO, MONDAY, 30, null, null, Personal.of(ANN, ""), Set.of(), TOLD));
        assertThat(shown(VISIT).conflicts()).isEmpty();
        model.told(new PatientEvent.MergedInto(ANN, ANNA, MergeKind.TOLD, TOLD));
        assertThat(shown(VISIT).clashes()).isTrue();
        model.told(new PatientEvent.Unmerged(ANN, ANNA, Personal.of(ANN, "two people"), TOLD));
        assertThat(shown(VISIT).conflicts()).isEmpty();
        assertThat(model.rows("work")).hasSize(4);
    }

    @Test
    void a_week_before_it_is_asked_and_afterwards_what_came_of_it() {
        model.told(booked(LAB, MONDAY));
        assertThat(work("PREPARE")).containsExactly("2026-11-16 2026-11-23 2026-11-22");
        assertThat(work("OUTCOME")).containsExactly("2026-11-24 null 2026-11-25");
        model.told(new AppointmentEvent.Confirmed(LAB, ANNA, MONDAY, TOLD));
        assertThat(work("PREPARE")).isEmpty();
        model.told(new AppointmentEvent.Prepared(LAB, ANNA, MONDAY, Need.INTERPRETER, Readiness.ASKED, TOLD));
        assertThat(tasks("PREPARE")).containsExactly("{INTERPRETER}");
        model.told(new AppointmentEvent.Prepared(LAB, ANNA, MONDAY, Need.INTERPRETER, Readiness.ARRANGED, TOLD));
        assertThat(work("PREPARE")).isEmpty();
        model.told(new AppointmentEvent.Moved(LAB, ANNA, MONDAY.plusSeconds(86_400), 30, TOLD));
        assertThat(tasks("PREPARE")).containsExactly("{CONFIRM,INTERPRETER}");
    }

    @Test
    void an_appointment_of_a_referral_is_shown_without_being_told_twice() {
        model.told(referral(), scheduled(MONDAY));
        AppointmentId id = AppointmentId.of(REFERRAL);
        assertThat(shown(id).performerName()).isEqualTo("Harbor");
        assertThat(shown(id).isOurs()).isFalse();
        model.told(new AppointmentEvent.Confirmed(id, ANNA, MONDAY, TOLD));
        assertThat(shown(id).confirmed()).isTrue();
        model.told(scheduled(MONDAY.plusSeconds(86_400)));
        assertThat(shown(id).confirmed()).as("another time is not confirmed").isFalse();
        model.told(missed(MONDAY.plusSeconds(86_400)));
        assertThat(shown(id).stage()).isEqualTo(Stage.MISSED);
        assertThat(work("FOLLOW_UP")).hasSize(1);
        model.told(scheduled(MONDAY.plusSeconds(864_000)));
        assertThat(work("FOLLOW_UP")).isEmpty();
        assertThat(model.rows("outcome")).hasSize(1);
    }

    @Test
    void two_missed_in_half_a_year_ask_for_a_review_and_a_review_starts_anew() {
        model.told(booked(LAB, MONDAY), booked(VISIT, MONDAY.plusSeconds(864_000)));
        model.told(new AppointmentEvent.Missed(LAB, ANNA, MONDAY, MONDAY.plusSeconds(3600)));
        assertThat(work("REVIEW")).isEmpty();
        Instant later = MONDAY.plusSeconds(864_000);
        model.told(new AppointmentEvent.Missed(VISIT, ANNA, later, later.plusSeconds(3600)));
        assertThat(work("REVIEW")).containsExactly("2026-12-03 null 2026-12-08");
        assertThat(calendars.standing(ANNA).review()).isNotNull();
        model.told(new AppointmentEvent.Kept(VISIT, ANNA, later, later.plusSeconds(7200)));
        assertThat(work("REVIEW")).as("who came after all was not missed").isEmpty();
        model.told(new AppointmentEvent.Missed(VISIT, ANNA, later, later.plusSeconds(7300)));
        model.told(new RoutineEvent.BarriersReviewed(
                RoutineId.of(ANNA),
                ANNA,
                Set.of(Hindrance.WORK_HOURS),
                Personal.of(ANNA, "Evenings"),
                later.plusSeconds(9000)));
        assertThat(work("REVIEW")).isEmpty();
    }

    @Test
    void of_an_erased_person_nothing_is_left() {
        model.told(booked(LAB, MONDAY), dialysis(), booked(VISIT, MONDAY), referral(), scheduled(MONDAY));
        model.told(new PatientErased(
                ErasureId.of(ANNA),
                ANNA,
                new Scope(Set.of(ANNA), Set.of(), Set.of()),
                new StaffId("cleo"),
                new StaffId("ruth"),
                List.of(),
                false,
                TOLD));
        for (String table : List.of("appointment", "conflict", "work", "commitment", "hours", "origin", "outcome")) {
            assertThat(model.rows(table)).as(table).isEmpty();
        }
    }

    @Test
    void who_may_not_see_what_is_labelled_does_not_learn_of_it_by_a_conflict() {
        model.told(booked(LAB, MONDAY), booked(VISIT, MONDAY));
        model.db().sql("""
                        create schema segments;
                        create table segments.subject (id text, owner text);
                        insert into segments.subject values ('apt_lab', 'PART2 pat_a')
                        """).update();
        Calendars closed = new Calendars(model.db(), new Sealing(), ZONE);
        assertThat(closed.show(LAB)).isEmpty();
        assertThat(closed.show(VISIT).orElseThrow().conflicts()).isEmpty();
        assertThat(closed.ofPerson(ANNA)).extracting(Booking::appointment).containsExactly("apt_visit");
    }

    /** Nothing of Anna's program is open to this viewer. */
    private static final class Sealing implements Accesses {
        @Override
        public void shows(Collection<String> patients) {}

        @Override
        public Sealed sealed() {
            return new Sealed(List.of("PART2 pat_a"), List.of());
        }

        @Override
        public Sealed sealed(Collection<String> patients) {
            return sealed();
        }
    }

    @Test
    void the_calendar_of_a_coordinator_holds_whom_they_are_accountable_for() {
        model.told(booked(LAB, MONDAY));
        model.told(new CareTeamEvent.CoordinatorAssigned(ANNA, new StaffId("nora"), new StaffId("nora"), TOLD));
        LocalDate from = LocalDate.of(2026, 11, 23);
        for (FindAppointments.Show show : FindAppointments.Show.values()) {
            assertThat(calendars.find(new FindAppointments("ben", show, from, 7)))
                    .isEmpty();
        }
        assertThat(calendars.find(new FindAppointments("nora", FindAppointments.Show.UNCONFIRMED, from, 7)))
                .extracting(Booking::family)
                .containsExactly("Doe");
        assertThat(calendars.find(new FindAppointments("nora", FindAppointments.Show.ALL, from.plusDays(1), 7)))
                .isEmpty();
    }

    private Booking shown(AppointmentId id) {
        return calendars.show(id).orElseThrow();
    }

    private List<String> work(String kind) {
        return model.db()
                .sql("select concat(from_on, ' ', coalesce(until_on::text, 'null'), ' ', due_by) from calendar.work"
                        + " where kind = :kind order by item_id")
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private List<String> aside() {
        return model.db()
                .sql("select concat(appointment_id, ' ', snooze_reason) from calendar.appointment"
                        + " where snoozed_until is not null")
                .query(String.class)
                .list();
    }

    private List<String> tasks(String kind) {
        return model.db()
                .sql("select tasks::text from calendar.work where kind = :kind")
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private static AppointmentEvent booked(AppointmentId id, Instant startsAt) {
        return new AppointmentEvent.Booked(
                id,
                ANNA,
                Purpose.LAB,
                Mode.IN_PERSON,
                startsAt,
                30,
                null,
                null,
                Personal.of(ANNA, "Lab on Main"),
                Set.of(),
                TOLD);
    }

    private static RoutineEvent dialysis() {
        return new RoutineEvent.CommitmentMade(
                RoutineId.of(ANNA),
                ANNA,
                new CommitmentId("cmt_a"),
                CommitmentKind.DIALYSIS,
                List.of(new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(6, 0), LocalTime.of(8, 0))),
                LocalDate.of(2026, 11, 1),
                null,
                Personal.of(ANNA, "Old Mill"),
                TOLD);
    }

    private static ReferralEvent referral() {
        return new ReferralEvent.Drafted(
                REFERRAL,
                ANNA,
                Kind.CONSULTATION,
                Specialty.CARDIOLOGY,
                Urgency.ROUTINE,
                Personal.of(ANNA, "Palpitations"),
                Set.of(),
                due(),
                TOLD);
    }

    private static ReferralEvent scheduled(Instant startsAt) {
        return new ReferralEvent.Scheduled(REFERRAL, HARBOR, startsAt, due(), TOLD);
    }

    private static ReferralEvent missed(Instant startsAt) {
        return new ReferralEvent.AppointmentMissed(REFERRAL, HARBOR, startsAt, Way.PHONE, due(), startsAt);
    }

    private static Due due() {
        return new Due(Wait.VISIT, LocalDate.of(2026, 11, 30), new RuleRef("r", "p"));
    }
}
