package care.throughline.command.directory;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.directory.DirectoryRequests.Correction;
import care.throughline.command.directory.DirectoryRequests.Entry;
import care.throughline.command.directory.DirectoryRequests.Room;
import care.throughline.events.PerformerId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the directory, as JSON or forms; hours are those of the place. */
@RestController
@RequestMapping("/api/directory")
class DirectoryApi {

    private final Commands commands;
    private final Clock clock;
    private final ZoneId zone;

    DirectoryApi(Commands commands, Clock clock, ZoneId zone) {
        this.commands = commands;
        this.clock = clock;
        this.zone = zone;
    }

    /** Enters a performer. */
    @PostMapping
    Recorded enter(@RequestBody Entry request) {
        return commands.send(request.at(clock.instant()));
    }

    /** Says differently what a performer offers, and when and where. */
    @PostMapping("/{performer}/profile")
    Recorded correct(@PathVariable PerformerId performer, @RequestBody Correction request) {
        return commands.send(request.of(performer, clock.instant()));
    }

    @PostMapping("/{performer}/capacity")
    Recorded capacity(@PathVariable PerformerId performer, @RequestBody Room request) {
        return commands.send(request.of(performer, clock.instant()));
    }

    /** Says how the performer's own system is told of its referrals. */
    @PostMapping("/{performer}/reach")
    Recorded reach(@PathVariable PerformerId performer, @RequestBody Reaching request) {
        return commands.send(request.of(performer, clock.instant()));
    }

    /** Everything in the entry still holds. */
    @PostMapping("/{performer}/verified")
    Recorded verified(@PathVariable PerformerId performer) {
        return commands.send(new DirectoryCommand.Verify(performer, clock.instant()));
    }

    /** Somebody there said what a service costs without insurance. */
    @PostMapping("/{performer}/prices")
    Recorded price(@PathVariable PerformerId performer, @RequestBody PriceTold request) {
        Instant now = clock.instant();
        return commands.send(
                new DirectoryCommand.TellCashPrice(performer, request.on(LocalDate.ofInstant(now, zone)), now));
    }

    /** Takes the performer out of the search; referrals it has go on. */
    @PostMapping("/{performer}/withdrawn")
    Recorded withdrawn(@PathVariable PerformerId performer) {
        return commands.send(new DirectoryCommand.Withdraw(performer, clock.instant()));
    }
}
