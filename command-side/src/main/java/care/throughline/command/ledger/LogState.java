package care.throughline.command.ledger;

import care.throughline.command.ledger.LedgerCommand.BeginLog;
import care.throughline.events.ledger.LedgerEvent;
import care.throughline.events.ledger.LedgerEvent.LogBegun;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a log is kept, or another has taken its place. */
sealed interface LogState {

    Pattern NUMBERED = Pattern.compile("(.*)\\.([1-9][0-9]{0,8})");

    /** The log that is kept. */
    record Kept() implements LogState {}

    /** A log that ended. */
    record Succeeded() implements LogState {}

    default List<LedgerEvent> decide(BeginLog command) {
        return switch (this) {
            case Kept kept ->
                List.of(new LogBegun(
                        command.loss().previous(),
                        successorOf(command.loss().previous()),
                        command.loss().kept(),
                        command.loss().signed(),
                        command.by(),
                        command.cause(),
                        command.at()));
            case Succeeded succeeded -> List.of();
        };
    }

    default LogState evolve(LedgerEvent event) {
        return switch (event) {
            case LogBegun begun -> new Succeeded();
        };
    }

    /** The same name with the next number: the first log has none, its successor is number 2. */
    static String successorOf(String origin) {
        Matcher numbered = NUMBERED.matcher(origin);
        return numbered.matches() ? numbered.group(1) + "." + (Integer.parseInt(numbered.group(2)) + 1) : origin + ".2";
    }
}
