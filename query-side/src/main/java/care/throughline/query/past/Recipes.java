package care.throughline.query.past;

import care.throughline.query.Names;
import care.throughline.query.desk.DueWords;
import care.throughline.query.desk.FindWorklist;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.ShownLine;
import care.throughline.query.desk.Worklists;
import care.throughline.query.past.PastList.Side;
import care.throughline.query.past.Recipe.Item;
import care.throughline.query.transitions.Board;
import care.throughline.query.transitions.BoardPage;
import care.throughline.query.transitions.Boards;
import care.throughline.query.transitions.ShowBoard;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The recipes of the worklist and of the board: the queries and the words of their pages. */
@Component
class Recipes {

    private static final int LINES = 200;

    private final Worklists worklists;
    private final Boards boards;
    private final Names names;
    private final ZoneId zone;

    Recipes(Worklists worklists, Boards boards, Names names, ZoneId zone) {
        this.worklists = worklists;
        this.boards = boards;
        this.names = names;
        this.zone = zone;
    }

    /** The first 200 lines of this account's desk under this filter. */
    Recipe<List<ShownLine>> desk(String coordinator, Filter filter) {
        String staff = switch (filter) {
            case MINE, OFFERED -> coordinator;
            case ALL, UNASSIGNED, OVERDUE, SNOOZED -> "";
        };
        return new Recipe<>(
                staff,
                "",
                0,
                (tables, then, today) -> worklists
                        .over(tables)
                        .find(new FindWorklist(coordinator, filter, today, then.judgedAt(), null, LINES))
                        .lines()
                        .stream()
                        .map(line -> ShownLine.of(line, today, zone, names))
                        .toList(),
                Recipes::lines);
    }

    /** The board of this facility and this coordinator, empty for all. */
    Recipe<Board> board(String facility, String coordinator) {
        return new Recipe<>(
                coordinator,
                facility,
                Boards.CLOSED_SINCE_DAYS,
                (tables, then, today) -> boards.over(tables).show(new ShowBoard(facility, coordinator, today)),
                this::cards);
    }

    private static Map<String, Item> lines(Side<List<ShownLine>> side) {
        Map<String, Item> items = new LinkedHashMap<>();
        side.shown()
                .forEach(shown -> items.put(
                        shown.line().item(),
                        new Item(
                                shown.line().patient(),
                                shown.line().person(),
                                shown.line().who().name(),
                                reads(shown, side.today()))));
        return items;
    }

    private static String reads(ShownLine shown, LocalDate today) {
        String whose = shown.coordinatorName().isEmpty() ? "nobody's" : shown.coordinatorName();
        return DueWords.of(shown.next()) + " (" + DueWords.urgency(shown.next(), today) + "), " + whose
                + (shown.line().risk() == null
                        ? ""
                        : ", LACE " + shown.line().risk().lace()) + ". " + shown.changed();
    }

    private Map<String, Item> cards(Side<Board> side) {
        BoardPage page = page(side, zone, names);
        Map<String, Item> items = new LinkedHashMap<>();
        side.shown()
                .cards()
                .forEach(card -> items.put(
                        card.item(),
                        new Item(
                                card.patient(),
                                card.person(),
                                page.name(card),
                                card.lane().label() + ": " + page.next(card) + ", " + page.band(card) + ", "
                                        + page.coordinator(card))));
        return items;
    }

    /** The board with the words of its page. */
    static BoardPage page(Side<Board> side, ZoneId zone, Names names) {
        return new BoardPage(side.shown(), new ShowBoard("", "", side.today()), true, zone, names);
    }
}
