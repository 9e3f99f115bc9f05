package care.throughline.query.measures;

import static care.throughline.query.measures.MeasuredHistories.ANNA;
import static care.throughline.query.measures.MeasuredHistories.OCTOBER;
import static care.throughline.query.measures.MeasuredHistories.at;
import static care.throughline.query.measures.MeasuredHistories.contact;
import static care.throughline.query.measures.MeasuredHistories.day;
import static care.throughline.query.measures.MeasuredHistories.opened;
import static care.throughline.query.measures.MeasuredHistories.visit;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.Personal;
import care.throughline.events.TransitionId;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.measures.MeasureReports.Line;
import care.throughline.query.measures.MeasureReports.Member;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Contacts and visits in time. */
class TimelinessTest {

    private final Numbers numbers = new Numbers();

    @AfterEach
    void close() {
        numbers.close();
    }

    @Test
    void a_contact_by_the_due_day_is_timely_and_one_after_it_is_not() {
        numbers.told(opened("in-time"), opened("late"), opened("never"));
        numbers.told(contact("in-time", "2026-10-07"), contact("late", "2026-10-08"));

        assertThat(numbers.line(Measure.TIMELY_CONTACT)).isEqualTo(new Line(OCTOBER, "RVBND", 3, 1));
    }

    @Test
    void nobody_is_judged_before_the_day_it_was_due_has_passed() {
        numbers.told(opened("open"));

        assertThat(numbers.reports().findMembers(Measure.TIMELY_CONTACT, OCTOBER, "", day("2026-10-07")))
                .isEmpty();
        assertThat(numbers.reports().findMembers(Measure.TIMELY_CONTACT, OCTOBER, "", day("2026-10-08")))
                .hasSize(1);
    }

    @Test
    void a_death_before_the_contact_was_due_leaves_nobody_to_contact() {
        numbers.told(opened("died"));
        numbers.told(new TransitionEvent.EndedByDeath(new TransitionId("trn_died"), at("2026-10-06")));

        assertThat(numbers.members(Measure.TIMELY_CONTACT)).isEmpty();
    }

    @Test
    void a_cancelled_discharge_counts_for_nothing_and_counts_again_when_resumed() {
        numbers.told(opened("a"));
        numbers.told(new TransitionEvent.Voided(
                new TransitionId("trn_a"), TransitionEvent.VoidReason.DISCHARGE_CANCELLED, at("2026-10-06")));
        assertThat(numbers.members(Measure.TIMELY_VISIT)).isEmpty();

        TransitionEvent.Opened opened = opened("a");
        numbers.told(new TransitionEvent.Resumed(
                opened.transition(), opened.discharge(), opened.clocks(), at("2026-10-07")));
        assertThat(numbers.members(Measure.TIMELY_VISIT)).hasSize(1);
    }

    @Test
    void at_high_complexity_the_visit_is_due_within_7_days() {
        numbers.told(opened("a"), opened("b"));
        numbers.told(
                new TransitionEvent.ComplexityJudged(
                        new TransitionId("trn_a"), Complexity.HIGH, day("2026-10-12"), at("2026-10-06")),
                visit("a", "2026-10-15"),
                visit("b", "2026-10-15"));

        assertThat(numbers.members(Measure.TIMELY_VISIT))
                .extracting(Member::counts)
                .containsExactly(false, true);
    }

    @Test
    void failed_attempts_and_news_without_effect_change_no_number() {
        numbers.told(opened("a"));
        numbers.told(new TransitionEvent.OutreachAttempted(
                new TransitionId("trn_a"),
                "1",
                Channel.PHONE,
                Outcome.NO_ANSWER,
                2,
                Personal.of(ANNA, "note"),
                at("2026-10-06")));

        assertThat(numbers.members(Measure.TIMELY_CONTACT))
                .singleElement()
                .satisfies(member -> assertThat(member.counts()).isFalse());
    }
}
