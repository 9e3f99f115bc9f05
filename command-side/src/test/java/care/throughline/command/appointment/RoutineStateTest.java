package care.throughline.command.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.appointment.RoutineCommand.EndCommitment;
import care.throughline.command.appointment.RoutineCommand.MakeCommitment;
import care.throughline.command.appointment.RoutineCommand.ReviewBarriers;
import care.throughline.command.appointment.RoutineCommand.TellHours;
import care.throughline.events.CalendarFeedId;
import care.throughline.events.CommitmentId;
import care.throughline.events.PatientId;
import care.throughline.events.RoutineId;
import care.throughline.events.StaffId;
import care.throughline.events.appointment.CommitmentKind;
import care.throughline.events.appointment.Hindrance;
import care.throughline.events.appointment.RoutineEvent;
import care.throughline.events.appointment.WeeklyTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutineStateTest {

    private static final PatientId ANNA = new PatientId("pat_a");
    private static final RoutineId ID = RoutineId.of(ANNA);
    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final WeeklyTime MONDAY = new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(6, 0), LocalTime.of(10, 0));

    private RoutineState state = RoutineState.NOTHING_YET;

    @Test
    void the_same_hours_are_told_once() {
        TellHours hours = new TellHours(ID, ANNA, List.of(MONDAY), NOW);
        assertThat(decided(hours)).hasSize(1);
        assertThat(decided(hours)).isEmpty();
        assertThat(decided(new TellHours(ID, ANNA, List.of(), NOW))).hasSize(1);
    }

    @Test
    void two_people_who_enter_the_same_commitment_enter_it_once() {
        assertThat(decided(dialysis("cmt_a"))).hasSize(1);
        assertThat(decided(dialysis("cmt_b"))).isEmpty();
    }

    @Test
    void a_commitment_that_ended_can_be_made_again_under_another_name() {
        decided(dialysis("cmt_a"));
        EndCommitment end = new EndCommitment(ID, ANNA, new CommitmentId("cmt_a"), TODAY, NOW);
        assertThat(decided(end)).hasSize(1);
        assertThat(decided(end)).isEmpty();
        refused(dialysis("cmt_a"), "commitment-present");
        assertThat(decided(dialysis("cmt_b"))).hasSize(1);
    }

    @Test
    void a_commitment_has_times_and_ends_after_it_began() {
        refused(make("cmt_a", List.of(), null), "times-missing");
        refused(make("cmt_a", List.of(MONDAY), TODAY.minusDays(1)), "ends-before-it-begins");
        refused(new EndCommitment(ID, ANNA, new CommitmentId("cmt_x"), TODAY, NOW), "commitment-unknown");
    }

    @Test
    void a_review_says_what_stands_in_the_way_and_is_recorded_once_when_it_is_sent_twice() {
        refused(new ReviewBarriers(ID, ANNA, Set.of(), "Evening clinic", NOW), "hindrance-missing");
        ReviewBarriers review = new ReviewBarriers(ID, ANNA, Set.of(Hindrance.WORK_HOURS), "Evening clinic", NOW);
        assertThat(decided(review)).hasSize(1);
        assertThat(decided(review)).isEmpty();
    }

    @Test
    void a_calendar_feed_is_ended_by_its_owner_alone() {
        CalendarFeedId feed = new CalendarFeedId("cal_a");
        StaffId nora = new StaffId("nora");
        CalendarFeedState none = new CalendarFeedState.Unknown();
        CalendarFeedState live = none.evolve(none.decide(new CalendarFeedCommand.OpenFeed(feed, nora, "hash", NOW))
                .getFirst());
        assertThat(live.decide(new CalendarFeedCommand.OpenFeed(feed, nora, "hash", NOW)))
                .isEmpty();
        assertThatThrownBy(() -> live.decide(new CalendarFeedCommand.RevokeFeed(feed, new StaffId("ben"), NOW)))
                .isInstanceOf(Rejected.class);
        CalendarFeedState dead = live.evolve(
                live.decide(new CalendarFeedCommand.RevokeFeed(feed, nora, NOW)).getFirst());
        assertThat(dead.decide(new CalendarFeedCommand.RevokeFeed(feed, nora, NOW)))
                .isEmpty();
    }

    private static MakeCommitment dialysis(String id) {
        return make(id, List.of(MONDAY), null);
    }

    private static MakeCommitment make(String id, List<WeeklyTime> times, @Nullable LocalDate until) {
        return new MakeCommitment(
                ID, ANNA, new CommitmentId(id), CommitmentKind.DIALYSIS, times, TODAY, until, "", NOW);
    }

    private List<RoutineEvent> decided(RoutineCommand command) {
        List<RoutineEvent> events = state.decide(command, NOW);
        events.forEach(event -> state = state.evolve(event));
        return events;
    }

    private void refused(RoutineCommand command, String reason) {
        assertThatThrownBy(() -> state.decide(command, NOW))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
