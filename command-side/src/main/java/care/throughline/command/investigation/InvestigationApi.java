package care.throughline.command.investigation;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.events.StaffId;
import care.throughline.events.investigation.InvestigationId;
import java.security.Principal;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saved investigations of the audit, as JSON or forms; whoever is signed in owns what they save. */
@RestController
@RequestMapping("/api/investigations")
class InvestigationApi {

    private final Commands commands;
    private final Clock clock;

    InvestigationApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Names a set of filters and keeps it, for its owner alone. */
    @PostMapping
    Recorded save(@RequestBody Question request, Principal by) {
        return commands.send(request.of(staff(by), clock.instant()));
    }

    /** Shows it to everybody in compliance. */
    @PostMapping("/{investigation}/share")
    Recorded share(@PathVariable InvestigationId investigation, Principal by) {
        return commands.send(new InvestigationCommand.Share(investigation, staff(by), clock.instant()));
    }

    /** Shows it to its owner alone again. */
    @PostMapping("/{investigation}/keep-private")
    Recorded keepPrivate(@PathVariable InvestigationId investigation, Principal by) {
        return commands.send(new InvestigationCommand.KeepPrivate(investigation, staff(by), clock.instant()));
    }

    @PostMapping("/{investigation}/discard")
    Recorded discard(@PathVariable InvestigationId investigation, Principal by) {
        return commands.send(new InvestigationCommand.Discard(investigation, staff(by), clock.instant()));
    }

    private static StaffId staff(Principal by) {
        return new StaffId(by.getName());
    }
}
