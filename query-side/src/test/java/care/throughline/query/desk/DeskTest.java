package care.throughline.query.desk;

import static care.throughline.query.desk.Histories.ZONE;
import static care.throughline.query.desk.Histories.assigned;
import static care.throughline.query.desk.Histories.at;
import static care.throughline.query.desk.Histories.attempted;
import static care.throughline.query.desk.Histories.booked;
import static care.throughline.query.desk.Histories.contacted;
import static care.throughline.query.desk.Histories.corrected;
import static care.throughline.query.desk.Histories.discharged;
import static care.throughline.query.desk.Histories.item;
import static care.throughline.query.desk.Histories.kept;
import static care.throughline.query.desk.Histories.merged;
import static care.throughline.query.desk.Histories.nov;
import static care.throughline.query.desk.Histories.offered;
import static care.throughline.query.desk.Histories.reconciled;
import static care.throughline.query.desk.Histories.scored;
import static care.throughline.query.desk.Histories.snoozed;
import static care.throughline.query.desk.Histories.unmerged;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.EventNames;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.ReadModel;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.FindWorklist.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskTest {

    private final ReadModel model = ReadModel.of(db -> new Desk(db, ZONE));
    private final Worklists worklists = new Worklists(model.db(), patients -> {});

    @BeforeEach
    void names() {
        model.db().sql("create schema patients").update();
        model.db()
                .sql("create table patients.person (patient_id text primary key, root_id text, family text, given text,"
                        + " birth_date date, sex text, phone text, language text, deceased boolean)")
                .update();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void missed_clocks_come_first_then_the_soonest_due_then_risk_then_age() {
        model.told(
                discharged("later", 12),
                discharged("missed", 3),
                discharged("low", 10),
                discharged("high", 10),
                scored("low", 4, 10),
                scored("high", 12, 10),
                discharged("unscored", 10));

        assertThat(items(Filter.TEAM, 11)).containsExactly("missed", "high", "low", "unscored", "later");
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended() {
        for (int i = 0; i < 7; i++) {
            model.told(discharged("p" + i, 1 + i % 3));
        }
        List<String> seen = new ArrayList<>();
        Place next = null;
        do {
            Worklist page = worklists.find(new FindWorklist("ana", Filter.ALL, nov(4), at(4), next, 2));
            page.lines().forEach(line -> seen.add(line.item()));
            next = page.next() == null ? null : Place.parse(page.next().toString());
        } while (next != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void what_is_due_next_follows_from_what_is_done() {
        model.told(discharged("a", 2));
        assertThat(line("a").dues().next()).isEqualTo(nov(4));

        model.told(attempted("a", Outcome.REACHED, 3), contacted("a", 3));
        assertThat(line("a").dues().next()).isEqualTo(nov(16));

        model.told(booked("a", 9, 3));
        assertThat(line("a").dues().next())
                .as("medicines no later than the visit")
                .isEqualTo(nov(9));

        model.told(reconciled("a", 4), kept("a", 9));
        assertThat(line("a").dues().next()).as("nothing but the window").isEqualTo(nov(2).plusDays(29));
    }

    @Test
    void high_complexity_makes_the_visit_due_within_seven_days() {
        model.told(
                discharged("a", 2),
                contacted("a", 3),
                new TransitionEvent.ComplexityJudged(item("a"), Complexity.HIGH, nov(9), at(3)));

        assertThat(line("a").dues().visit()).isEqualTo(nov(9));
        assertThat(line("a").dues().next()).isEqualTo(nov(9));
    }

    @Test
    void a_corrected_discharge_moves_the_clocks_and_says_from_when_to_when() {
        model.told(discharged("a", 2), corrected("a", 5, 6));

        Line line = line("a");
        assertThat(line.dues().contact()).isEqualTo(nov(7));
        assertThat(line.changed().what()).isEqualTo("transition.DischargeCorrected");
        assertThat(line.changed().from()).isEqualTo("2026-11-02");
        assertThat(line.changed().to()).isEqualTo("2026-11-05");
        assertThat(line.receipt()).containsExactly(1L, 2L);
    }

    @Test
    void a_window_lapses_by_the_calendar_alone() {
        model.told(discharged("a", 2));

        assertThat(worklists
                        .find(new FindWorklist("ana", Filter.ALL, nov(2).plusDays(29), at(30), null, 50))
                        .lines())
                .hasSize(1);
        assertThat(worklists
                        .find(new FindWorklist("ana", Filter.ALL, nov(2).plusDays(30), at(30), null, 50))
                        .lines())
                .isEmpty();
    }

    @Test
    void a_snoozed_line_is_away_until_its_time_or_until_something_happens() {
        model.told(discharged("a", 2), discharged("b", 2), snoozed("a", 9, 3), snoozed("b", 9, 3));
        assertThat(items(Filter.TEAM, 5)).isEmpty();
        assertThat(items(Filter.SNOOZED, 5)).containsExactly("a", "b");

        model.told(corrected("a", 3, 5));
        assertThat(items(Filter.TEAM, 5)).containsExactly("a");
        assertThat(items(Filter.TEAM, 10)).containsExactly("b", "a");
    }

    @Test
    void a_line_is_mine_when_i_am_accountable_for_the_patient() {
        model.told(discharged("a", 2), discharged("b", 2), assigned("a", "ana", 3));

        assertThat(items(Filter.MINE, 5)).containsExactly("a");
        assertThat(items(Filter.UNASSIGNED, 5)).containsExactly("b");
        assertThat(line("a").changed().to()).isEqualTo("ana");
    }

    @Test
    void an_offered_patient_shows_up_at_the_colleague_and_stays_mine_until_accepted() {
        model.told(assigned("a", "ben", 1), discharged("a", 2), offered("a", "ben", "ana", 3));

        assertThat(items(Filter.OFFERED, 5)).containsExactly("a");
        assertThat(line("a").coordinator()).isEqualTo("ben");
    }

    @Test
    void a_merge_moves_the_line_to_the_survivor_and_an_unmerge_moves_it_back() {
        model.told(assigned("survivor", "ana", 1), discharged("a", 2));
        assertThat(line("a").coordinator()).isEmpty();

        model.told(merged("a", "survivor", 3));
        assertThat(line("a").person()).isEqualTo("pat_survivor");
        assertThat(line("a").coordinator()).isEqualTo("ana");

        model.told(unmerged("a", "survivor", 4));
        assertThat(line("a").person()).isEqualTo("pat_a");
        assertThat(line("a").coordinator()).isEmpty();
    }

    @Test
    void merges_in_a_chain_lead_to_the_last_survivor_in_any_order() {
        model.told(discharged("a", 2), merged("b", "c", 3), merged("a", "b", 3), assigned("c", "ana", 4));

        assertThat(line("a").person()).isEqualTo("pat_c");
        assertThat(items(Filter.MINE, 5)).containsExactly("a");
    }

    @Test
    void a_line_is_closed_by_readmission_and_runs_again_when_that_was_an_error() {
        model.told(
                discharged("a", 2),
                contacted("a", 3),
                new TransitionEvent.EndedByReadmission(item("a"), new StayId("stay_next"), false, at(5)));
        assertThat(line("a").state()).isEqualTo(Line.State.READMITTED);
        assertThat(items(Filter.ALL, 5)).isEmpty();

        TransitionEvent.Opened opened = (TransitionEvent.Opened) discharged("a", 2);
        model.told(new TransitionEvent.Resumed(item("a"), opened.discharge(), opened.clocks(), at(6)));
        assertThat(items(Filter.ALL, 6)).containsExactly("a");
        assertThat(line("a").done().contactAt()).as("calls made stay").isNotNull();
    }

    @Test
    void an_emergency_visit_after_the_discharge_wakes_the_line() {
        model.told(discharged("a", 2), snoozed("a", 20, 3), Histories.emergency("a", 6));

        assertThat(items(Filter.TEAM, 7)).containsExactly("a");
        assertThat(line("a").changed().what()).isEqualTo(stayRegistered());
    }

    private static String stayRegistered() {
        return EventNames.of(StayEvent.Registered.class).value();
    }

    private Line line(String name) {
        return worklists.show(item(name).value()).orElseThrow();
    }

    private List<String> items(Filter filter, int today) {
        return worklists.find(new FindWorklist("ana", filter, nov(today), at(today), null, 50)).lines().stream()
                .map(line -> line.item().substring("trn_".length()))
                .toList();
    }
}
