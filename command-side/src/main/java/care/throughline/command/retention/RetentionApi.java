package care.throughline.command.retention;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.rules.Retention;
import care.throughline.command.rules.Rules;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.RecordClass;
import care.throughline.events.retention.RunId;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letting go of what the retention schedule says is due, as JSON or forms; two people are needed. */
@RestController
@RequestMapping("/api/retention")
class RetentionApi {

    private final Commands commands;
    private final Rules rules;
    private final Clock clock;
    private final ZoneId zone;

    RetentionApi(Commands commands, Rules rules, Clock clock, ZoneId zone) {
        this.commands = commands;
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
    }

    /** Puts forward to let go of all texts of this class that are due today by the schedule. */
    @PostMapping
    Recorded propose(@RequestBody Wish request, Principal by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Retention kept = rules.retention(today).stream()
                .filter(period -> period.recordClass() == request.recordClass())
                .findFirst()
                .orElseThrow();
        RunId run = Objects.requireNonNullElseGet(request.run(), () -> new RunId(RunId.PREFIX + UUID.randomUUID()));
        return commands.send(new RetentionCommand.Propose(
                run,
                request.recordClass(),
                today.minusMonths(kept.months()),
                kept.source(),
                new StaffId(by.getName()),
                clock.instant()));
    }

    /** Approves it as the second person; it is carried out at once and cannot be undone. */
    @PostMapping("/{run}/approve")
    Recorded approve(@PathVariable RunId run, Principal by) {
        return commands.send(new RetentionCommand.Approve(run, new StaffId(by.getName()), clock.instant()));
    }

    @PostMapping("/{run}/withdraw")
    Recorded withdraw(@PathVariable RunId run, Principal by) {
        return commands.send(new RetentionCommand.Withdraw(run, new StaffId(by.getName()), clock.instant()));
    }

    /** @param run an id of the client's own, so that sending it again proposes it once */
    record Wish(@Nullable RunId run, RecordClass recordClass) {}
}
