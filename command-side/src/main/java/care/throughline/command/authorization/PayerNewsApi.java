package care.throughline.command.authorization;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.authorization.PayerNews.Approving;
import care.throughline.command.authorization.PayerNews.ApprovingPartly;
import care.throughline.command.authorization.PayerNews.Denying;
import care.throughline.command.authorization.PayerNews.Pending;
import care.throughline.command.authorization.PayerNews.Ruled;
import care.throughline.events.AuthorizationId;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the payer told us, as JSON or forms. */
@RestController
@RequestMapping("/api/authorizations/{authorization}")
class PayerNewsApi {

    private final Commands commands;
    private final Clock clock;

    PayerNewsApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** The payer asks for more before it decides. */
    @PostMapping("/pended")
    Recorded pend(@PathVariable AuthorizationId authorization, @RequestBody Pending request) {
        return commands.send(request.of(authorization, clock.instant()));
    }

    /** The payer approves all that was asked. */
    @PostMapping("/approved")
    Recorded approve(@PathVariable AuthorizationId authorization, @RequestBody Approving request) {
        return commands.send(request.of(authorization, clock.instant()));
    }

    /** The payer approves some of what was asked. */
    @PostMapping("/partly-approved")
    Recorded approvePartly(@PathVariable AuthorizationId authorization, @RequestBody ApprovingPartly request) {
        return commands.send(request.of(authorization, clock.instant()));
    }

    /** The payer denies it, for a specific reason. */
    @PostMapping("/denied")
    Recorded deny(@PathVariable AuthorizationId authorization, @RequestBody Denying request) {
        return commands.send(request.of(authorization, clock.instant()));
    }

    /** The appeal at this level is decided. */
    @PostMapping("/appeal-decided")
    Recorded decideAppeal(@PathVariable AuthorizationId authorization, @RequestBody Ruled request) {
        return commands.send(request.of(authorization, clock.instant()));
    }
}
