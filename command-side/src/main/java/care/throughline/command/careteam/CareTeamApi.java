package care.throughline.command.careteam;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Texts;
import care.throughline.command.careteam.CareTeamCommand.AcceptHandoff;
import care.throughline.command.careteam.CareTeamCommand.AssignCoordinator;
import care.throughline.command.careteam.CareTeamCommand.DeclineHandoff;
import care.throughline.command.careteam.CareTeamCommand.OfferHandoff;
import care.throughline.command.patient.Survivors;
import care.throughline.command.restriction.RestrictionCommand.RequireOpen;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Who is accountable for a patient, as JSON or forms; whoever is signed in acts. */
@RestController
@RequestMapping("/api/patients/{patient}")
class CareTeamApi {

    private static final String SUPERVISOR = "SUPERVISOR";

    private final Commands commands;
    private final Survivors survivors;
    private final Clock clock;

    CareTeamApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
        this.clock = clock;
    }

    /** A supervisor makes somebody accountable. */
    @PostMapping("/coordinator")
    Recorded assign(@PathVariable PatientId patient, @RequestBody Assignment request, Principal by, WebRequest web) {
        boolean supervisor = web.isUserInRole(SUPERVISOR);
        return commands.send(new AssignCoordinator(
                person(patient), request.coordinator(), new StaffId(by.getName()), supervisor, clock.instant()));
    }

    /** Whoever is signed in becomes accountable for a patient for whom nobody is. */
    @PostMapping("/take")
    Recorded take(@PathVariable PatientId patient, Principal by) {
        StaffId self = new StaffId(by.getName());
        PatientId person = person(patient);
        commands.send(new RequireOpen(person));
        return commands.send(new AssignCoordinator(person, self, self, false, clock.instant()));
    }

    @PostMapping("/handoff/offer")
    Recorded offer(@PathVariable PatientId patient, @RequestBody Offer request, Principal by) {
        String reason = Texts.required(request.reason(), "The reason", Texts.LINE);
        return commands.send(
                new OfferHandoff(person(patient), new StaffId(by.getName()), request.to(), reason, clock.instant()));
    }

    @PostMapping("/handoff/accept")
    Recorded accept(@PathVariable PatientId patient, Principal by) {
        return commands.send(new AcceptHandoff(person(patient), new StaffId(by.getName()), clock.instant()));
    }

    @PostMapping("/handoff/decline")
    Recorded decline(@PathVariable PatientId patient, @RequestBody Refusal request, Principal by) {
        String reason = Texts.required(request.reason(), "The reason", Texts.LINE);
        return commands.send(new DeclineHandoff(person(patient), new StaffId(by.getName()), reason, clock.instant()));
    }

    /** The team is that of the record which stands for the person, whichever of their records was asked for. */
    private PatientId person(PatientId patient) {
        return survivors.rootOf(patient, Map.of());
    }

    record Assignment(StaffId coordinator) {}

    record Offer(StaffId to, @Nullable String reason) {}

    record Refusal(@Nullable String reason) {}
}
