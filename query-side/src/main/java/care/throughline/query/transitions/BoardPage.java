package care.throughline.query.transitions;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.query.Names;
import care.throughline.query.transitions.Board.Card;
import care.throughline.query.web.Words;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the page of the board shows, as lanes or as a table. */
public record BoardPage(Board board, ShowBoard asked, boolean asTable, ZoneId zone, Names names) {

    public List<Lane> openLanes() {
        return Arrays.stream(Lane.values()).filter(Lane::isOpen).toList();
    }

    public List<Lane> closedLanes() {
        return Arrays.stream(Lane.values()).filter(lane -> !lane.isOpen()).toList();
    }

    public String facility(String code) {
        return names.facility(new FacilityCode(code));
    }

    public String coordinator(Card card) {
        return card.coordinator().isEmpty() ? "Nobody yet" : names.staff(new StaffId(card.coordinator()));
    }

    public String name(Card card) {
        return Words.name(card.family(), card.given());
    }

    /** What matters next about it, in a few words. */
    public String next(Card card) {
        return switch (card.lane()) {
            case CONTACT_DUE -> due(card, "Contact");
            case CONTACT_MADE -> due(card, "Visit");
            case VISIT_BOOKED ->
                card.visitAt() == null
                        ? ""
                        : (isLate(card) ? "Late: visit " : "Visit ") + Words.moment(card.visitAt(), zone);
            case VISIT_KEPT -> "Window ends " + Words.day(card.windowEnd());
            case DONE -> "Completed";
            case ENDED, VOID -> String.valueOf(card.ended());
            case LAPSED -> "Window ended " + Words.day(card.windowEnd());
        };
    }

    /** True if what is next was due before today. */
    public boolean isLate(Card card) {
        return card.lane().isOpen() && card.nextDue().isBefore(board.today());
    }

    public String band(Card card) {
        return card.lace() == null || card.band() == null
                ? "no score"
                : "LACE " + card.lace() + " " + card.band().toLowerCase(Locale.ROOT);
    }

    private String due(Card card, String what) {
        return isLate(card)
                ? "Missed, was due " + Words.day(card.nextDue())
                : what + " by " + Words.day(card.nextDue());
    }
}
