package care.throughline.command.restriction;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Texts;
import care.throughline.command.patient.Survivors;
import care.throughline.command.restriction.RestrictionCommand.BreakGlass;
import care.throughline.command.restriction.RestrictionCommand.CloseGlass;
import care.throughline.command.restriction.RestrictionCommand.LiftRestriction;
import care.throughline.command.restriction.RestrictionCommand.RestrictChart;
import care.throughline.command.restriction.RestrictionCommand.ReviewGlass;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.restriction.GlassId;
import care.throughline.events.restriction.GlassReason;
import care.throughline.events.restriction.GlassReview;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may open a patient's chart, as JSON or forms; whoever is signed in acts. */
@RestController
@RequestMapping("/api/patients/{patient}")
class RestrictionApi {

    private final Commands commands;
    private final Survivors survivors;
    private final Clock clock;

    RestrictionApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
        this.clock = clock;
    }

    /** Leaves the chart to those in the care relationship. */
    @PostMapping("/restriction")
    Recorded restrict(@PathVariable PatientId patient, @RequestBody Why request, Principal by) {
        return commands.send(new RestrictChart(person(patient), staff(by), request.text(), clock.instant()));
    }

    @PostMapping("/restriction/lift")
    Recorded lift(@PathVariable PatientId patient, @RequestBody Why request, Principal by) {
        return commands.send(new LiftRestriction(patient, staff(by), request.text(), clock.instant()));
    }

    /** Opens a restricted chart for 60 minutes; a privacy officer will ask why. */
    @PostMapping("/glass")
    Recorded breakGlass(@PathVariable PatientId patient, @RequestBody Breaking request, Principal by) {
        String reason = Texts.required(request.reason(), "What you need it for", Texts.LINE);
        GlassId glass = new GlassId(GlassId.PREFIX + UUID.randomUUID());
        return commands.send(
                new BreakGlass(person(patient), glass, staff(by), request.code(), reason, clock.instant()));
    }

    /** Closes it before the 60 minutes are over. */
    @PostMapping("/glass/close")
    Recorded close(@PathVariable PatientId patient, Principal by) {
        return commands.send(new CloseGlass(patient, staff(by), clock.instant()));
    }

    @PostMapping("/glass/{glass}/review")
    Recorded review(
            @PathVariable PatientId patient, @PathVariable GlassId glass, @RequestBody Finding request, Principal by) {
        String note = Texts.required(request.note(), "What you found", Texts.NOTE);
        return commands.send(new ReviewGlass(patient, glass, staff(by), request.finding(), note, clock.instant()));
    }

    private PatientId person(PatientId patient) {
        return survivors.rootOf(patient, Map.of());
    }

    private static StaffId staff(Principal who) {
        return new StaffId(who.getName());
    }

    record Why(@Nullable String reason) {
        String text() {
            return Texts.required(reason, "The reason", Texts.LINE);
        }
    }

    record Breaking(GlassReason code, @Nullable String reason) {}

    record Finding(GlassReview finding, @Nullable String note) {}
}
