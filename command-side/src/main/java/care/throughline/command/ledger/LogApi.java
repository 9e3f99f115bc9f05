package care.throughline.command.ledger;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Texts;
import care.throughline.command.ledger.LedgerCommand.BeginLog;
import care.throughline.events.StaffId;
import java.security.Principal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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

    /** Compares all events first, so it takes a while; the reason is kept in the open and names nobody. */
    @PostMapping
    Recorded begin(@RequestBody Why request, Principal by) {
        String reason = Texts.required(request.reason(), "The reason", Texts.LINE);
        return commands.send(new BeginLog(history.loss(), new StaffId(by.getName()), reason, clock.instant()));
    }

    record Why(@Nullable String reason) {}
}
