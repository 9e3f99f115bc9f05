package care.throughline.query.authorizations;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.AuthorizationId;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.Personal;
import care.throughline.events.ReferralId;
import care.throughline.events.RuleRef;
import care.throughline.events.StaffId;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.authorization.AuthorizationStatus;
import care.throughline.events.authorization.Cut;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Due;
import care.throughline.events.authorization.Grant;
import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.authorization.Wait;
import care.throughline.events.authorization.Way;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.Urgency;
import care.throughline.query.Batch;
import care.throughline.query.ReadModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizationsTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final AuthorizationId ID = new AuthorizationId("aut_a");
    private static final ReferralId REFERRAL = new ReferralId("ref_a");
    private static final PerformerId HARBOR = new PerformerId("prf_harbor");
    private static final PatientId ANNA = new PatientId("pat_a");

    private final ReadModel model = ReadModel.of(db -> new Authorizations(db, Batch.NONE, ZONE));
    private final AuthorizationReader reader = new AuthorizationReader(model.db(), patients -> {});

    @BeforeEach
    void a_request() {
        model.db().sql("""
                        create schema patients;
                        create table patients.person (patient_id text, family text, given text, root_id text, payer text);
                        insert into patients.person values ('pat_a', 'Doe', 'Anna', 'pat_a', 'Acme Health')
                        """).update();
        model.told(
                new ReferralEvent.Drafted(
                        REFERRAL,
                        ANNA,
                        Kind.SERVICE,
                        Specialty.PHYSICAL_THERAPY,
                        Urgency.ROUTINE,
                        Personal.of(ANNA, "Falls"),
                        Set.of(),
                        new care.throughline.events.referral.Due(
                                care.throughline.events.referral.Wait.SENDING, nov(4), rule()),
                        at(1)),
                new AuthorizationEvent.Requested(
                        ID,
                        ANNA,
                        REFERRAL,
                        Specialty.PHYSICAL_THERAPY,
                        Personal.of(ANNA, "Twelve visits"),
                        12,
                        Personal.of(ANNA, "Acme Health"),
                        Program.COMMERCIAL,
                        Priority.STANDARD,
                        Way.PORTAL,
                        due(Wait.DECISION, 9),
                        at(2)));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_request_waits_for_the_payer_and_belongs_to_whoever_is_accountable() {
        model.told(new CareTeamEvent.CoordinatorAssigned(ANNA, new StaffId("ana"), new StaffId("ana"), at(3)));
        Authorization one = shown();
        assertThat(one.status()).isEqualTo(AuthorizationStatus.REQUESTED);
        assertThat(one.coordinator()).isEqualTo("ana");
        assertThat(one.payer()).isEqualTo("Acme Health");
        assertThat(one.waitsFor()).isEqualTo(Wait.DECISION);
        assertThat(one.isLate(at(9))).isFalse();
        assertThat(one.isLate(at(10))).isTrue();
        assertThat(reader.ofReferral(REFERRAL)).containsExactly(one);
        assertThat(reader.ofPerson(ANNA)).containsExactly(one);
        assertThat(reader.countMissed(at(12)).get(Wait.DECISION)).isEqualTo(1L);
    }

    @Test
    void what_the_payer_misses_is_shown_until_it_was_sent() {
        model.told(new AuthorizationEvent.Pended(
                ID, Set.of(Missing.IMAGING), text("More"), Way.FAX, due(Wait.INFORMATION, 17), at(3)));
        assertThat(shown().missing()).containsExactly(Missing.IMAGING);
        assertThat(shown().status()).isEqualTo(AuthorizationStatus.PENDED);
        model.told(new AuthorizationEvent.InformationSent(ID, text("Here"), Way.FAX, due(Wait.DECISION, 23), at(4)));
        assertThat(shown().missing()).isEmpty();
        assertThat(shown().status()).isEqualTo(AuthorizationStatus.REQUESTED);
        assertThat(shown().dueBy()).isEqualTo(nov(23));
    }

    @Test
    void an_approval_says_when_it_ends_before_the_visit_and_waits_for_nothing_after_it() {
        model.told(approved(), scheduled(30));
        Authorization one = shown();
        assertThat(one.granted()).isEqualTo(12);
        assertThat(one.number()).isEqualTo("A-17");
        assertThat(one.endsBeforeVisit()).isTrue();
        model.told(scheduled(15));
        assertThat(shown().endsBeforeVisit()).isFalse();
        model.told(new ReferralEvent.Seen(
                REFERRAL,
                HARBOR,
                care.throughline.events.referral.Way.FAX,
                new care.throughline.events.referral.Due(care.throughline.events.referral.Wait.RESULT, nov(20), rule()),
                at(15)));
        assertThat(shown().isOver()).isTrue();
        assertThat(reader.countMissed(at(28)).get(Wait.USE)).isZero();
    }

    @Test
    void every_decision_is_written_down_with_what_it_answers_and_whether_it_was_in_time() {
        model.told(denied(), filed(), decided(Ruling.OVERTURNED, grant()));
        assertThat(model.db()
                        .sql(
                                "select level, outcome, asked, asked_on, decided_on, in_time from ruling order by position")
                        .query((row, number) -> Tuple.tuple(
                                row.getInt(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getObject(4, LocalDate.class),
                                row.getObject(5, LocalDate.class),
                                row.getBoolean(6)))
                        .list())
                .containsExactly(
                        Tuple.tuple(0, "DENIED", shown().receipt().get(0), nov(2), nov(12), false),
                        Tuple.tuple(1, "OVERTURNED", shown().receipt().get(2), nov(14), nov(18), true));
        assertThat(shown().status()).isEqualTo(AuthorizationStatus.APPROVED);
        assertThat(shown().denial()).isEqualTo(DenialReason.NOT_COVERED);
    }

    @Test
    void an_appeal_that_is_lost_leaves_what_was_there() {
        model.told(denied(), filed(), decided(Ruling.UPHELD, null));
        assertThat(shown().status()).isEqualTo(AuthorizationStatus.DENIED);
        assertThat(shown().ruling()).isEqualTo(Ruling.UPHELD);
        assertThat(shown().isOver()).isTrue();
    }

    @Test
    void a_part_that_was_approved_stays_when_the_appeal_is_lost() {
        model.told(
                new AuthorizationEvent.PartlyApproved(
                        ID, grant(), Set.of(Cut.FEWER_UNITS), text("Six"), Way.FAX, due(Wait.APPEAL, 30), at(5)),
                filed(),
                decided(Ruling.UPHELD, null));
        assertThat(shown().status()).isEqualTo(AuthorizationStatus.PARTLY_APPROVED);
        assertThat(shown().cut()).containsExactly(Cut.FEWER_UNITS);
    }

    @Test
    void the_board_has_what_waits_and_can_be_asked_for_what_is_late() {
        assertThat(board(true, 8)).isEmpty();
        assertThat(board(true, 10)).hasSize(1);
        assertThat(board(false, 8)).hasSize(1);
        model.told(new AuthorizationEvent.Withdrawn(ID, text("Better"), at(9)));
        assertThat(board(false, 10)).hasSize(1).allMatch(Authorization::isOver);
        assertThat(reader.countByStatus().get(AuthorizationStatus.WITHDRAWN)).isEqualTo(1L);
    }

    private List<Authorization> board(boolean late, int day) {
        return reader.board(new ShowAuthorizations("", late, nov(day), at(day)));
    }

    private Authorization shown() {
        return reader.show(ID).orElseThrow();
    }

    private static AuthorizationEvent approved() {
        return new AuthorizationEvent.Approved(ID, grant(), Way.PORTAL, due(Wait.USE, 25), at(5));
    }

    private static AuthorizationEvent denied() {
        return new AuthorizationEvent.Denied(
                ID, DenialReason.NOT_COVERED, text("No"), Way.LETTER, due(Wait.APPEAL, 30), at(12));
    }

    private static AuthorizationEvent filed() {
        return new AuthorizationEvent.AppealFiled(
                ID, 1, Priority.STANDARD, false, text("Why"), Way.FAX, due(Wait.APPEAL_DECISION, 29), at(14));
    }

    private static AuthorizationEvent decided(Ruling ruling, @Nullable Grant grant) {
        return new AuthorizationEvent.AppealDecided(
                ID, 1, ruling, grant, text("So"), Way.LETTER, grant == null ? null : due(Wait.USE, 25), at(18));
    }

    private static ReferralEvent scheduled(int day) {
        return new ReferralEvent.Scheduled(
                REFERRAL,
                HARBOR,
                at(day),
                new care.throughline.events.referral.Due(care.throughline.events.referral.Wait.VISIT, nov(day), rule()),
                at(6));
    }

    private static Grant grant() {
        return new Grant(text("A-17"), nov(5), nov(25), 12);
    }

    private static Personal<String> text(String words) {
        return Personal.of(ANNA, words);
    }

    private static Due due(Wait wait, int day) {
        return new Due(wait, nov(day), nov(day).plusDays(1).atStartOfDay(ZONE).toInstant(), rule());
    }

    private static RuleRef rule() {
        return new RuleRef("authorization-clocks", "us-2026");
    }

    private static Instant at(int day) {
        return nov(day).atTime(10, 0).atZone(ZONE).toInstant();
    }

    private static LocalDate nov(int day) {
        return LocalDate.of(2026, 11, day);
    }
}
