package care.throughline.query.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.appointment.ConflictKind;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.WeeklyTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeekTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate CLOCKS_GO_BACK = LocalDate.of(2026, 11, 1);

    @Test
    void two_at_the_same_time_are_the_conflict_of_the_one_that_was_put_there_last() {
        Slot first = slot("apt_first", MONDAY.atTime(9, 0), 60, 1);
        Slot last = slot("apt_last", MONDAY.atTime(9, 45), 30, 2);
        assertThat(of(first, last).conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.slot()).isEqualTo(last);
            assertThat(conflict.clash().kind()).isEqualTo(ConflictKind.OVERLAP);
            assertThat(conflict.clash().with()).isEqualTo("apt_first");
        });
    }

    @Test
    void one_after_the_other_is_no_conflict_but_may_be_tight() {
        Slot first = slot("apt_first", MONDAY.atTime(9, 0), 60, 1);
        assertThat(kinds(of(first, slot("apt_last", MONDAY.atTime(10, 15), 30, 2))))
                .containsExactly(ConflictKind.TIGHT);
        assertThat(kinds(of(first, slot("apt_last", MONDAY.atTime(10, 30), 30, 2))))
                .isEmpty();
    }

    @Test
    void a_commitment_holds_every_week_from_its_first_day_to_its_last() {
        Slot early = slot("apt_a", MONDAY.atTime(7, 0), 30, 1);
        assertThat(kinds(week(List.of(early), MONDAY, null))).containsExactly(ConflictKind.COMMITMENT);
        assertThat(kinds(week(List.of(early), MONDAY.plusDays(1), null))).isEmpty();
        assertThat(kinds(week(List.of(early), MONDAY.minusDays(30), MONDAY.minusDays(1))))
                .isEmpty();
        assertThat(kinds(week(List.of(slot("apt_a", MONDAY.atTime(10, 0), 30, 1)), MONDAY, null)))
                .isEmpty();
        assertThat(kinds(week(List.of(slot("apt_a", MONDAY.plusDays(1).atTime(7, 0), 30, 1)), MONDAY, null)))
                .isEmpty();
    }

    @Test
    void a_shift_over_midnight_reaches_into_the_next_day() {
        WeeklyTime night = new WeeklyTime(DayOfWeek.SUNDAY, LocalTime.of(22, 0), LocalTime.of(7, 0));
        Bound shift = new Bound("cmt_a", List.of(night), MONDAY.minusDays(30), null);
        Slot lab = slot("apt_a", MONDAY.atTime(6, 30), 15, 1);
        assertThat(kinds(new Week(List.of(lab), List.of(shift), List.of(), ZONE, Duration.ZERO)))
                .containsExactly(ConflictKind.COMMITMENT);
    }

    @Test
    void a_standing_time_follows_the_clocks_of_the_place_when_they_change() {
        WeeklyTime sunday = new WeeklyTime(DayOfWeek.SUNDAY, LocalTime.of(6, 0), LocalTime.of(10, 0));
        Bound dialysis = new Bound("cmt_a", List.of(sunday), CLOCKS_GO_BACK.minusDays(60), null);
        for (LocalDate day : List.of(CLOCKS_GO_BACK.minusDays(7), CLOCKS_GO_BACK, LocalDate.of(2026, 3, 8))) {
            Bound always = new Bound("cmt_a", List.of(sunday), LocalDate.of(2026, 1, 1), null);
            Week fits = new Week(
                    List.of(slot("apt_a", day.atTime(10, 0), 30, 1)), List.of(always), List.of(), ZONE, Duration.ZERO);
            Week clashes = new Week(
                    List.of(slot("apt_a", day.atTime(9, 45), 30, 1)), List.of(always), List.of(), ZONE, Duration.ZERO);
            assertThat(kinds(fits)).isEmpty();
            assertThat(kinds(clashes)).containsExactly(ConflictKind.COMMITMENT);
        }
        assertThat(dialysis.on(CLOCKS_GO_BACK, ZONE)).hasSize(1);
    }

    @Test
    void what_has_to_come_first_has_to_be_over_by_then() {
        Slot lab = slot("apt_lab", MONDAY.atTime(9, 0), 15, 1);
        assertThat(kinds(of(lab, after("apt_lab", MONDAY.atTime(14, 0))))).isEmpty();
        assertThat(kinds(of(lab, after("apt_lab", MONDAY.atTime(8, 0))))).containsExactly(ConflictKind.ORDER);
        assertThat(kinds(of(after("apt_lab", MONDAY.atTime(14, 0))))).containsExactly(ConflictKind.ORDER);
        assertThat(kinds(of(stage(lab, Stage.MISSED), after("apt_lab", MONDAY.atTime(14, 0)))))
                .containsExactly(ConflictKind.ORDER);
        assertThat(kinds(of(stage(lab, Stage.KEPT), after("apt_lab", MONDAY.atTime(14, 0)))))
                .isEmpty();
    }

    @Test
    void outside_the_hours_of_the_patient_is_said_and_decides_nothing() {
        List<WeeklyTime> mornings = List.of(new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(12, 0)));
        Slot inside = slot("apt_a", MONDAY.atTime(11, 30), 30, 1);
        Slot longer = slot("apt_a", MONDAY.atTime(11, 30), 45, 1);
        assertThat(kinds(new Week(List.of(inside), List.of(), mornings, ZONE, Duration.ZERO)))
                .isEmpty();
        assertThat(kinds(new Week(List.of(longer), List.of(), mornings, ZONE, Duration.ZERO)))
                .containsExactly(ConflictKind.HOURS);
        assertThat(ConflictKind.HOURS.isHard()).isFalse();
    }

    @Test
    void what_is_over_conflicts_with_nothing() {
        Slot kept = stage(slot("apt_a", MONDAY.atTime(9, 0), 60, 1), Stage.KEPT);
        assertThat(kinds(of(kept, slot("apt_b", MONDAY.atTime(9, 0), 60, 2)))).isEmpty();
    }

    private static Week of(Slot... slots) {
        return new Week(List.of(slots), List.of(), List.of(), ZONE, Duration.ofMinutes(30));
    }

    private static Week week(List<Slot> slots, LocalDate since, @Nullable LocalDate until) {
        WeeklyTime dialysis = new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(6, 0), LocalTime.of(10, 0));
        return new Week(
                slots, List.of(new Bound("cmt_a", List.of(dialysis), since, until)), List.of(), ZONE, Duration.ZERO);
    }

    private static List<ConflictKind> kinds(Week week) {
        return week.conflicts().stream().map(one -> one.clash().kind()).toList();
    }

    private static Slot slot(String id, LocalDateTime at, int minutes, long setAt) {
        return new Slot(
                id,
                "pat_a",
                Stage.BOOKED,
                Mode.IN_PERSON,
                at.atZone(ZONE).toInstant(),
                at.atZone(ZONE).toInstant().plusSeconds(minutes * 60L),
                at.toLocalDate(),
                null,
                Map.of(),
                null,
                setAt,
                MONDAY,
                null,
                false,
                setAt,
                List.of(setAt));
    }

    private static Slot after(String other, LocalDateTime at) {
        return with(slot("apt_visit", at, 30, 2), Stage.BOOKED, other);
    }

    private static Slot stage(Slot slot, Stage stage) {
        return with(slot, stage, null);
    }

    private static Slot with(Slot slot, Stage stage, @Nullable String after) {
        return new Slot(
                slot.appointment(),
                slot.patient(),
                stage,
                slot.mode(),
                slot.startsAt(),
                slot.endsAt(),
                slot.startsOn(),
                null,
                Map.of(),
                after,
                slot.setAt(),
                slot.knownOn(),
                null,
                false,
                slot.position(),
                slot.receipt());
    }
}
