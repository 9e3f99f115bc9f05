package care.throughline.query.desk;

import care.throughline.events.StaffId;
import care.throughline.query.Names;
import care.throughline.query.rounds.ShownRound;
import care.throughline.query.rounds.ShownRound.Left;
import care.throughline.query.web.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/**
 * Tells on the desk what came of acting on several lines at once.
 *
 * @param notDone who was left as they were, and why
 * @param stays what could not be taken back, and why
 */
public record RoundBanner(ShownRound round, String title, List<String> notDone, String undone, List<String> stays) {

    /** @param naming how the line with an id is called */
    static RoundBanner of(ShownRound round, Names names, ZoneId zone, Function<String, String> naming) {
        return new RoundBanner(
                round,
                title(round, names, zone),
                sentences(round.notDone(), naming),
                round.undone()
                        ? round.takenBack().size() + " of "
                                + Words.count(round.done().size(), "line") + " taken back."
                        : "",
                sentences(round.stays(), naming));
    }

    /** True while there is something to take back. */
    public boolean canBeUndone() {
        return !round.undone() && !round.done().isEmpty();
    }

    private static String title(ShownRound round, Names names, ZoneId zone) {
        if (!round.finished()) {
            return "This broke off before every line was tried. Send it again: what is done is not done twice.";
        }
        return round.done().size() + " of " + Words.count(round.chosen(), "line") + " " + done(round, names, zone)
                + ".";
    }

    private static String done(ShownRound round, Names names, ZoneId zone) {
        String coordinator = round.coordinator();
        return switch (round.act()) {
            case TAKE -> "taken";
            case ASSIGN -> "assigned to " + (coordinator == null ? "" : names.staff(new StaffId(coordinator)));
            case SNOOZE -> "snoozed" + (round.until() == null ? "" : " until " + Words.moment(round.until(), zone));
        };
    }

    private static List<String> sentences(List<Left> left, Function<String, String> naming) {
        return left.stream()
                .map(one -> naming.apply(one.item()) + ": " + one.sentence())
                .toList();
    }
}
