package care.throughline.query.desk;

import static care.throughline.query.desk.Histories.assigned;
import static care.throughline.query.desk.Histories.at;
import static care.throughline.query.desk.Histories.contacted;
import static care.throughline.query.desk.Histories.corrected;
import static care.throughline.query.desk.Histories.discharged;
import static care.throughline.query.desk.Histories.item;
import static care.throughline.query.desk.Histories.merged;
import static care.throughline.query.desk.Histories.nov;
import static care.throughline.query.desk.Histories.offered;
import static care.throughline.query.desk.Histories.scored;
import static care.throughline.query.desk.Histories.snoozed;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.EventNames;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.FindWorklist.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which lines stand where. */
class DeskTest {

    private final DeskUnderTest desk = new DeskUnderTest();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void missed_clocks_come_first_then_the_soonest_due_then_risk_then_age() {
        desk.told(
                discharged("later", 12),
                discharged("missed", 3),
                discharged("low", 10),
                discharged("high", 10),
                scored("low", 4, 10),
                scored("high", 12, 10),
                discharged("unscored", 10));

        assertThat(desk.items(Filter.ALL, 11)).containsExactly("missed", "high", "low", "unscored", "later");
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended() {
        for (int i = 0; i < 7; i++) {
            desk.told(discharged("p" + i, 1 + i % 3));
        }
        List<String> seen = new ArrayList<>();
        Place next = null;
        do {
            Worklist page = desk.worklists().find(new FindWorklist("ana", Filter.ALL, nov(4), at(4), next, 2));
            page.lines().forEach(line -> seen.add(line.item()));
            next = page.next() == null ? null : Place.parse(page.next().toString());
        } while (next != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void a_window_lapses_by_the_calendar_alone() {
        desk.told(discharged("a", 2));

        assertThat(desk.worklists()
                        .find(new FindWorklist("ana", Filter.ALL, nov(2).plusDays(29), at(30), null, 50))
                        .lines())
                .hasSize(1);
        assertThat(desk.worklists()
                        .find(new FindWorklist("ana", Filter.ALL, nov(2).plusDays(30), at(30), null, 50))
                        .lines())
                .isEmpty();
    }

    @Test
    void a_snoozed_line_is_away_until_its_time_or_until_something_happens() {
        desk.told(discharged("a", 2), discharged("b", 2), snoozed("a", 9, 3), snoozed("b", 9, 3));
        assertThat(desk.items(Filter.ALL, 5)).isEmpty();
        assertThat(desk.items(Filter.SNOOZED, 5)).containsExactly("a", "b");

        desk.told(corrected("a", 3, 5));
        assertThat(desk.items(Filter.ALL, 5)).containsExactly("a");
        assertThat(desk.items(Filter.ALL, 10)).containsExactly("b", "a");
    }

    @Test
    void a_line_is_mine_when_i_am_accountable_for_the_patient() {
        desk.told(discharged("a", 2), discharged("b", 2), assigned("a", "ana", 3));

        assertThat(desk.items(Filter.MINE, 5)).containsExactly("a");
        assertThat(desk.items(Filter.UNASSIGNED, 5)).containsExactly("b");
        assertThat(desk.line("a").latest().changes()).extracting(Change::to).containsExactly("ana");
    }

    @Test
    void an_offered_patient_shows_up_at_the_colleague_and_stays_mine_until_accepted() {
        desk.told(assigned("a", "ben", 1), discharged("a", 2), offered("a", "ben", "ana", 3));

        assertThat(desk.items(Filter.OFFERED, 5)).containsExactly("a");
        assertThat(desk.line("a").coordinator()).isEqualTo("ben");
    }

    @Test
    void merges_in_a_chain_lead_to_the_last_survivor_in_any_order() {
        desk.told(discharged("a", 2), merged("b", "c", 3), merged("a", "b", 3), assigned("c", "ana", 4));

        assertThat(desk.line("a").person()).isEqualTo("pat_c");
        assertThat(desk.items(Filter.MINE, 5)).containsExactly("a");
    }

    @Test
    void a_line_is_closed_by_readmission_and_runs_again_when_that_was_an_error() {
        desk.told(
                discharged("a", 2),
                contacted("a", 3),
                new TransitionEvent.EndedByReadmission(item("a"), new StayId("stay_next"), false, at(5)));
        assertThat(desk.line("a").state()).isEqualTo(Line.State.READMITTED);
        assertThat(desk.items(Filter.ALL, 5)).isEmpty();

        TransitionEvent.Opened opened = (TransitionEvent.Opened) discharged("a", 2);
        desk.told(new TransitionEvent.Resumed(item("a"), opened.discharge(), opened.clocks(), at(6)));
        assertThat(desk.items(Filter.ALL, 6)).containsExactly("a");
        assertThat(desk.line("a").done().contactAt()).as("calls made stay").isNotNull();
    }

    @Test
    void an_emergency_visit_after_the_discharge_wakes_the_line() {
        desk.told(discharged("a", 2), snoozed("a", 20, 3), Histories.emergency("a", 6));

        assertThat(desk.items(Filter.ALL, 7)).containsExactly("a");
        assertThat(desk.line("a").latest().changes())
                .extracting(Change::what)
                .containsExactly(EventNames.of(StayEvent.Registered.class).value());
    }
}
