package care.throughline.command.round;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.round.RoundCommand.AskRound;
import care.throughline.command.round.RoundCommand.Begin;
import care.throughline.command.round.RoundCommand.Finish;
import care.throughline.command.round.RoundCommand.Undo;
import care.throughline.events.StaffId;
import care.throughline.events.round.RoundId;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * Acts on several lines of the desk at once, as JSON or a form. How many were done, and why others were not, is read at
 * {@code GET /api/desk/rounds/{round}}.
 */
@RestController
@RequestMapping("/api/desk/rounds")
class RoundApi {

    private static final String SUPERVISOR = "SUPERVISOR";

    private final Commands commands;
    private final Lines lines;
    private final Clock clock;

    RoundApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.lines = new Lines(commands);
        this.clock = clock;
    }

    /** Takes, assigns or snoozes every line by a command of its own; sent again, it goes on where it was. */
    @PostMapping
    Recorded act(@RequestBody Acting request, Principal by, WebRequest web) {
        StaffId staff = new StaffId(by.getName());
        Doing doing = new Doing(commands, lines, staff, web.isUserInRole(SUPERVISOR), request.why());
        Begin begin = request.by(staff, clock.instant());
        commands.send(begin);
        RoundStanding round = standing(begin.round(), staff);
        return commands.send(new Finish(
                begin.round(), staff, round.outcomes() == null ? doing.all(round) : round.outcomes(), begin.at()));
    }

    /** Takes back what was done, where nothing has happened since. */
    @PostMapping("/{round}/undo")
    Recorded undo(@PathVariable RoundId round, Principal by) {
        Undoing undoing = new Undoing(commands, lines, new StaffId(by.getName()), clock.instant());
        RoundStanding known = standing(round, undoing.by());
        return commands.send(
                new Undo(round, undoing.by(), known.undone() ? List.of() : undoing.all(known), undoing.now()));
    }

    private RoundStanding standing(RoundId round, StaffId by) {
        return commands.ask(new AskRound(round, by), Map.of(), RoundStanding.class);
    }
}
