package care.throughline.command.ledger;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.ledger.LedgerCommand.BeginLog;
import care.throughline.events.StaffId;
import care.throughline.events.ledger.RestoreCause;
import java.security.Principal;
import java.time.Clock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Begins a new log of the ledger after a restore; whoever is signed in answers for it. */
@RestController
@RequestMapping("/api/ledger/successor")
class LogApi {

    private final Commands commands;
    private final SignedHistory history;
    private final Clock clock;

    LogApi(Commands commands, SignedHistory history, Clock clock) {
        this.commands = commands;
        this.history = history;
        this.clock = clock;
    }

    /** Compares all events first, so it takes a while. */
    @PostMapping
    Recorded begin(@RequestBody Why request, Principal by) {
        return commands.send(new BeginLog(history.loss(), new StaffId(by.getName()), request.cause(), clock.instant()));
    }

    record Why(RestoreCause cause) {}
}
