package care.throughline.query.desk;

import static care.throughline.query.desk.Histories.ZONE;
import static care.throughline.query.desk.Histories.assigned;
import static care.throughline.query.desk.Histories.at;
import static care.throughline.query.desk.Histories.booked;
import static care.throughline.query.desk.Histories.contacted;
import static care.throughline.query.desk.Histories.discharged;
import static care.throughline.query.desk.Histories.item;
import static care.throughline.query.desk.Histories.kept;
import static care.throughline.query.desk.Histories.nov;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Batch;
import care.throughline.query.ReadModel;
import care.throughline.query.transitions.Board;
import care.throughline.query.transitions.Boards;
import care.throughline.query.transitions.Lane;
import care.throughline.query.transitions.ShowBoard;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardTest {

    private final ReadModel model = ReadModel.of(db -> new Desk(db, Batch.NONE, ZONE));
    private final Boards boards = new Boards(model.db(), patients -> {});

    @BeforeEach
    void names() {
        model.db().sql("create schema patients").update();
        model.db()
                .sql("create table patients.person (patient_id text primary key, family text, given text)")
                .update();
        model.told(
                assigned("contacted", "ana", 1),
                discharged("due", 2),
                discharged("contacted", 2),
                contacted("contacted", 3),
                discharged("booked", 2),
                booked("booked", 9, 3),
                discharged("kept", 2),
                kept("kept", 4),
                discharged("void", 2),
                new TransitionEvent.Voided(item("void"), TransitionEvent.VoidReason.DISCHARGE_CANCELLED, at(3)));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void each_transition_stands_in_the_lane_of_what_has_been_done() {
        Board board = boards.show(new ShowBoard("", "", nov(5)));

        assertThat(items(board, Lane.CONTACT_DUE)).containsExactly("trn_due");
        assertThat(items(board, Lane.CONTACT_MADE)).containsExactly("trn_contacted");
        assertThat(items(board, Lane.VISIT_BOOKED)).containsExactly("trn_booked");
        assertThat(items(board, Lane.VISIT_KEPT)).containsExactly("trn_kept");
        assertThat(items(board, Lane.VOID)).containsExactly("trn_void");
        assertThat(board.of(Lane.VOID).getFirst().ended()).isEqualTo("discharge cancelled");
    }

    @Test
    void what_nobody_closed_lapses_when_its_window_is_over() {
        Board board = boards.show(new ShowBoard("", "", nov(2).plusDays(30)));

        assertThat(board.count(Lane.LAPSED)).isEqualTo(4);
        assertThat(board.count(Lane.CONTACT_DUE)).isZero();
    }

    @Test
    void a_filter_leaves_only_what_was_asked_for() {
        assertThat(boards.show(new ShowBoard("", "ana", nov(5))).cards()).hasSize(1);
        assertThat(boards.show(new ShowBoard("ELSEWHERE", "", nov(5))).cards()).isEmpty();
    }

    private static List<String> items(Board board, Lane lane) {
        return board.of(lane).stream().map(Board.Card::item).toList();
    }
}
