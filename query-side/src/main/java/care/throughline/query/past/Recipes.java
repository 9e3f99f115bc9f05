package care.throughline.query.past;

import care.throughline.events.directory.Specialty;
import care.throughline.query.Names;
import care.throughline.query.authorizations.Authorization;
import care.throughline.query.desk.AllWork;
import care.throughline.query.desk.Chore;
import care.throughline.query.desk.DueWords;
import care.throughline.query.desk.FindWorklist;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.Shown;
import care.throughline.query.desk.ShownAppointment;
import care.throughline.query.desk.ShownAuthorization;
import care.throughline.query.desk.ShownLine;
import care.throughline.query.desk.ShownReferral;
import care.throughline.query.past.PastList.Side;
import care.throughline.query.past.Recipe.Item;
import care.throughline.query.past.Recipe.Work;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralReader;
import care.throughline.query.referrals.ReferralView;
import care.throughline.query.referrals.ShowReferrals;
import care.throughline.query.transitions.Board;
import care.throughline.query.transitions.BoardPage;
import care.throughline.query.transitions.Boards;
import care.throughline.query.transitions.ShowBoard;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The recipes of the worklist and of the board: the queries and the words of their pages. */
@Component
class Recipes {

    private static final int LINES = 200;

    private final AllWork desk;
    private final Boards boards;
    private final ReferralReader referrals;
    private final Names names;
    private final ZoneId zone;

    Recipes(AllWork desk, Boards boards, ReferralReader referrals, Names names, ZoneId zone) {
        this.desk = desk;
        this.boards = boards;
        this.referrals = referrals;
        this.names = names;
        this.zone = zone;
    }

    /** The first 200 lines of this account's desk under this filter. */
    Recipe<List<Shown>> desk(String coordinator, Filter filter) {
        String staff = switch (filter) {
            case MINE, OFFERED -> coordinator;
            case ALL, UNASSIGNED, OVERDUE, SNOOZED -> "";
        };
        return new Recipe<>(
                List.of(Work.TRANSITIONS, Work.REFERRALS, Work.AUTHORIZATIONS, Work.APPOINTMENTS),
                staff,
                "",
                0,
                (tables, then, today) -> desk.over(tables, then.position())
                        .find(new FindWorklist(coordinator, filter, today, then.judgedAt(), null, LINES))
                        .lines(),
                this::lines);
    }

    /** The board of this facility and this coordinator, empty for all. */
    Recipe<Board> board(String facility, String coordinator) {
        return new Recipe<>(
                List.of(Work.TRANSITIONS),
                coordinator,
                facility,
                Boards.CLOSED_SINCE_DAYS,
                (tables, then, today) -> boards.over(tables).show(new ShowBoard(facility, coordinator, today)),
                this::cards);
    }

    /** The board of referrals. */
    Recipe<List<Referral>> referrals(String coordinator, @Nullable Specialty specialty, boolean stuck) {
        return new Recipe<>(
                List.of(Work.REFERRALS),
                coordinator,
                "",
                ReferralReader.OVER_SINCE_DAYS,
                (tables, then, today) -> referrals
                        .over(tables, then.position())
                        .board(new ShowReferrals(coordinator, specialty, stuck, today)),
                this::loops);
    }

    private Map<String, Item> lines(Side<List<Shown>> side) {
        Map<String, Item> items = new LinkedHashMap<>();
        side.shown().forEach(shown -> items.put(shown.item(), item(shown, side.today())));
        return items;
    }

    private Item item(Shown shown, LocalDate today) {
        return switch (shown) {
            case ShownLine transition ->
                new Item(
                        transition.line().patient(),
                        transition.line().person(),
                        transition.line().who().name(),
                        reads(transition, today));
            case ShownReferral referral -> item(referral.referral(), today);
            case ShownAuthorization authorization -> item(authorization.authorization(), authorization);
            case ShownAppointment appointment -> item(appointment);
        };
    }

    private static Item item(ShownAppointment shown) {
        Chore chore = shown.chore();
        return new Item(
                chore.patient(),
                chore.person(),
                Words.name(chore.family(), chore.given()),
                shown.due() + ", " + shown.about() + (shown.missing().isEmpty() ? "" : ": " + shown.missing()));
    }

    private Map<String, Item> loops(Side<List<Referral>> side) {
        Map<String, Item> items = new LinkedHashMap<>();
        side.shown().forEach(referral -> items.put(referral.referral(), item(referral, side.today())));
        return items;
    }

    private Item item(Referral referral, LocalDate today) {
        ReferralView view = new ReferralView(today, zone, names);
        return new Item(
                referral.patient(), referral.person(), view.name(referral), ReferralFacts.whole(referral, view));
    }

    private static Item item(Authorization one, ShownAuthorization shown) {
        return new Item(
                one.patient(),
                one.person(),
                Words.name(one.family(), one.given()),
                "Authorization: " + shown.state() + ". " + shown.due() + ", by turn of " + shown.holder());
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
