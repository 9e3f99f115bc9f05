package care.throughline.query.loops;

import static care.throughline.query.loops.Milestone.ACCEPTED;
import static care.throughline.query.loops.Milestone.CREATED;
import static care.throughline.query.loops.Milestone.REPORTED;
import static care.throughline.query.loops.Milestone.SEEN;
import static care.throughline.query.loops.Milestone.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.Personal;
import care.throughline.events.ReferralId;
import care.throughline.events.RuleRef;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Due;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import care.throughline.events.referral.Way;
import care.throughline.query.Progress;
import care.throughline.query.ReadModel;
import care.throughline.query.loops.LoopReports.Closed;
import care.throughline.query.loops.LoopReports.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopsTest {

    private static final PatientId ANNA = new PatientId("pat_a");
    private static final PerformerId HARBOR = new PerformerId("prf_harbor");
    private static final PerformerId VALLEY = new PerformerId("prf_valley");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = day(12, 31);
    private static final Months AUTUMN = new Months(YearMonth.of(2026, 9), YearMonth.of(2026, 11));

    private final ReadModel model = ReadModel.of(db -> new Loops(db, ZONE));
    private final LoopNumbers numbers = new LoopNumbers(model.db(), new AtPosition(42), patients -> {});

    @BeforeEach
    void a_directory() {
        model.db().sql("""
                create schema patients;
                create table patients.person (patient_id text, payer text);
                create schema directory;
                create table directory.performer (performer_id text, name text);
                insert into directory.performer values ('prf_harbor', 'Harbor Cardiology');
                """).update();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_loop_closed_within_its_days_counts_and_a_later_or_open_one_is_in_the_denominator_alone() {
        sent("in-time", day(10, 1));
        sent("late", day(10, 1));
        sent("open", day(10, 1));
        closed("in-time", day(10, 31));
        closed("late", day(11, 1));

        var report = numbers.closure(AUTUMN, 30, By.SPECIALTY, TODAY);
        assertThat(report.lines()).containsExactly(new Closed("CARDIOLOGY", null, 3, 1, 2, 30.5));
        assertThat(report.total().rate()).isEqualTo(1.0 / 3);
        assertThat(report.position()).isEqualTo(42);
        assertThat(report.definition()).isEqualTo("referral-loop-closure/1");
    }

    @Test
    void nobody_is_judged_before_the_days_are_over() {
        sent("a", day(10, 1));
        closed("a", day(10, 2));

        assertThat(numbers.closure(AUTUMN, 30, By.SPECIALTY, day(10, 31)).lines())
                .isEmpty();
        assertThat(numbers.closure(AUTUMN, 30, By.SPECIALTY, day(11, 1)).lines())
                .hasSize(1);
    }

    @Test
    void a_draft_and_a_cancelled_referral_are_no_loops_to_close() {
        drafted("draft", day(10, 1));
        sent("cancelled", day(10, 1));
        model.told(new ReferralEvent.Cancelled(id("cancelled"), at(day(10, 3))));

        assertThat(numbers.closure(AUTUMN, 30, By.SPECIALTY, TODAY).lines()).isEmpty();
    }

    @Test
    void what_others_ask_of_us_is_their_loop_and_counts_nowhere() {
        drafted("theirs", day(10, 1));
        model.told(
                new ReferralEvent.Received(id("theirs"), VALLEY, Personal.of(ANNA, "ORD-1"), at(day(10, 1))),
                offered("theirs", HARBOR, day(10, 1)),
                new ReferralEvent.Closed(id("theirs"), at(day(10, 3))));

        assertThat(numbers.closure(AUTUMN, 30, By.SPECIALTY, TODAY).lines()).isEmpty();
        assertThat(numbers.waits(SENT, SEEN, AUTUMN, By.PERFORMER).lines()).isEmpty();
    }

    @Test
    void behind_a_loop_stand_the_events_that_it_was_computed_from() {
        sent("a", day(10, 1));
        closed("a", day(10, 31));

        assertThat(numbers.closureOf("CARDIOLOGY", AUTUMN, 30, By.SPECIALTY, TODAY))
                .containsExactly(new Member(
                        "ref_a", "pat_a", day(10, 1), day(10, 31), 30, true, List.of(1L, 2L, 3L, 4L, 5L, 6L)));
        assertThat(numbers.closureOf("NEUROLOGY", AUTUMN, 30, By.SPECIALTY, TODAY))
                .isEmpty();
    }

    @Test
    void a_wait_is_told_by_its_median_and_its_longest() {
        sent("a", day(10, 1));
        sent("b", day(10, 1));
        sent("c", day(10, 1));
        seen("a", HARBOR, day(10, 5));
        seen("b", HARBOR, day(10, 7));
        seen("c", HARBOR, day(10, 31));

        assertThat(numbers.waits(SENT, SEEN, AUTUMN, By.SPECIALTY).lines())
                .containsExactly(new LoopReports.Wait("CARDIOLOGY", null, 3, 6, 30));
        assertThat(numbers.waits(SENT, SEEN, new Months(YearMonth.of(2026, 11), YearMonth.of(2026, 11)), By.SPECIALTY)
                        .lines())
                .as("nobody was seen in November")
                .isEmpty();
        assertThat(numbers.waitsOf("CARDIOLOGY", SENT, SEEN, AUTUMN, By.SPECIALTY))
                .extracting(Member::referral, Member::days)
                .containsExactly(tuple("ref_a", 4), tuple("ref_b", 6), tuple("ref_c", 30));
    }

    @Test
    void what_comes_before_is_no_wait() {
        sent("a", day(10, 1));
        seen("a", HARBOR, day(10, 5));

        assertThat(numbers.waits(SEEN, SENT, AUTUMN, By.SPECIALTY).lines()).isEmpty();
        assertThat(numbers.waits(REPORTED, SEEN, AUTUMN, By.SPECIALTY).lines()).isEmpty();
        assertThat(numbers.waits(CREATED, ACCEPTED, AUTUMN, By.SPECIALTY).lines())
                .hasSize(1);
    }

    @Test
    void a_performers_days_count_from_when_it_was_asked_itself() {
        sent("a", day(9, 1));
        model.told(declined("a", day(10, 1)), offered("a", VALLEY, day(10, 2)));
        seen("a", VALLEY, day(10, 12));

        assertThat(numbers.waits(SENT, SEEN, AUTUMN, By.SPECIALTY).lines())
                .extracting(LoopReports.Wait::medianDays)
                .containsExactly(41.0);
        assertThat(numbers.waits(SENT, SEEN, AUTUMN, By.PERFORMER).lines())
                .containsExactly(new LoopReports.Wait("prf_valley", null, 1, 10, 10));
        assertThat(numbers.seenBy(VALLEY))
                .containsExactly(new Member("ref_a", "pat_a", day(10, 2), day(10, 12), 10, true, List.of(4L, 6L)));
        assertThat(numbers.seenBy(HARBOR)).isEmpty();
    }

    @Test
    void a_performer_is_called_by_its_name() {
        sent("a", day(9, 1));
        model.told(accepted("a", HARBOR, day(9, 2)));

        assertThat(numbers.closure(AUTUMN, 30, By.PERFORMER, TODAY).lines())
                .containsExactly(new Closed("prf_harbor", "Harbor Cardiology", 1, 0, 0, null));
    }

    @Test
    void a_payer_is_told_as_far_as_it_is_known() {
        sent("a", day(10, 1));
        seen("a", HARBOR, day(10, 5));
        assertThat(numbers.waits(SENT, SEEN, AUTUMN, By.PAYER).lines())
                .containsExactly(new LoopReports.Wait("", null, 1, 4, 4));

        model.db()
                .sql("insert into patients.person values ('pat_a', 'Blue River Health')")
                .update();
        assertThat(numbers.waitsOf("Blue River Health", SENT, SEEN, AUTUMN, By.PAYER))
                .extracting(Member::referral)
                .containsExactly("ref_a");
        assertThat(numbers.closure(AUTUMN, 30, By.PAYER, TODAY).lines())
                .containsExactly(new Closed("Blue River Health", null, 1, 0, 0, null));
    }

    @Test
    void a_repeated_event_changes_nothing() {
        sent("a", day(9, 1));
        seen("a", HARBOR, day(9, 3));
        List<String> before = model.rows("seen");
        seen("a", HARBOR, day(9, 9));
        assertThat(model.rows("seen")).isEqualTo(before);
    }

    private void drafted(String name, LocalDate day) {
        model.told(new ReferralEvent.Drafted(
                id(name),
                ANNA,
                Kind.CONSULTATION,
                Specialty.CARDIOLOGY,
                Urgency.ROUTINE,
                Personal.of(ANNA, "Palpitations"),
                Set.of(),
                due(Wait.SENDING),
                at(day)));
    }

    private void sent(String name, LocalDate day) {
        drafted(name, day);
        model.told(offered(name, HARBOR, day));
    }

    private void seen(String name, PerformerId performer, LocalDate day) {
        model.told(
                accepted(name, performer, day),
                new ReferralEvent.Seen(id(name), performer, Way.FAX, due(Wait.RESULT), at(day)));
    }

    private void closed(String name, LocalDate day) {
        seen(name, HARBOR, day);
        model.told(
                new ReferralEvent.ResultReported(
                        id(name), HARBOR, Personal.of(ANNA, "fine"), Way.FAX, due(Wait.READING), at(day)),
                new ReferralEvent.Closed(id(name), at(day)));
    }

    private static ReferralEvent offered(String name, PerformerId performer, LocalDate day) {
        return new ReferralEvent.Offered(id(name), performer, Capacity.OPEN, due(Wait.ANSWER), at(day));
    }

    private static ReferralEvent accepted(String name, PerformerId performer, LocalDate day) {
        return new ReferralEvent.Accepted(id(name), performer, Way.FAX, due(Wait.APPOINTMENT), at(day));
    }

    private static ReferralEvent declined(String name, LocalDate day) {
        return new ReferralEvent.Declined(
                id(name),
                HARBOR,
                DeclineReason.NO_CAPACITY,
                Personal.of(ANNA, ""),
                Way.FAX,
                due(Wait.OTHER_PERFORMER),
                at(day));
    }

    private static ReferralId id(String name) {
        return new ReferralId("ref_" + name);
    }

    private static Due due(Wait wait) {
        return new Due(wait, TODAY, new RuleRef("referral-waits", "us-2026"));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(ZONE).toInstant();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static org.assertj.core.groups.Tuple tuple(@Nullable Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    /** A read model that has applied everything up to one position. */
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
