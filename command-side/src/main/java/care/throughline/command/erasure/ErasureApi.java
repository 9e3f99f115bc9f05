package care.throughline.command.erasure;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Texts;
import care.throughline.command.erasure.ErasureCommand.Approve;
import care.throughline.command.erasure.ErasureCommand.LiftHold;
import care.throughline.command.erasure.ErasureCommand.PlaceHold;
import care.throughline.command.erasure.ErasureCommand.Refuse;
import care.throughline.command.erasure.ErasureCommand.Request;
import care.throughline.command.patient.Survivors;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.Grounds.Asker;
import care.throughline.events.erasure.Grounds.Exemption;
import care.throughline.events.erasure.Grounds.Ground;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erasing a person, as JSON or forms; whoever is signed in acts, and what they type goes with the person. */
@RestController
@RequestMapping("/api/patients/{patient}/erasure")
class ErasureApi {

    private final Commands commands;
    private final Survivors survivors;
    private final Clock clock;

    ErasureApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
        this.clock = clock;
    }

    /** Puts forward that the person be erased; somebody else has to approve it. */
    @PostMapping("/request")
    Recorded request(@PathVariable PatientId patient, @RequestBody Asking body, Principal by) {
        return commands.send(new Request(
                person(patient), staff(by), body.asker(), body.ground(), why(body.reason()), clock.instant()));
    }

    /** Forbids it until the hold is lifted. */
    @PostMapping("/hold")
    Recorded hold(@PathVariable PatientId patient, @RequestBody Reason body, Principal by) {
        return commands.send(new PlaceHold(person(patient), staff(by), why(body.reason()), clock.instant()));
    }

    /** Lifts the hold; an erasure that was approved before is carried out then. */
    @PostMapping("/lift")
    Recorded lift(@PathVariable PatientId patient, @RequestBody Reason body, Principal by) {
        return commands.send(new LiftHold(person(patient), staff(by), why(body.reason()), clock.instant()));
    }

    @PostMapping("/refuse")
    Recorded refuse(@PathVariable PatientId patient, @RequestBody Refusal body, Principal by) {
        return commands.send(
                new Refuse(person(patient), staff(by), body.exemption(), why(body.reason()), clock.instant()));
    }

    /** Approves it as the second person; it is carried out at once and cannot be undone. */
    @PostMapping("/approve")
    Recorded approve(@PathVariable PatientId patient, Principal by) {
        return commands.send(new Approve(person(patient), staff(by), clock.instant()));
    }

    /** The file is that of the record which stands for the person, whichever of their records was asked for. */
    private PatientId person(PatientId patient) {
        return survivors.rootOf(patient, Map.of());
    }

    private static StaffId staff(Principal by) {
        return new StaffId(by.getName());
    }

    private static String why(@Nullable String reason) {
        return Texts.required(reason, "The reason", Texts.LINE);
    }

    /** In whose name, on what ground, and why. */
    record Asking(Asker asker, Ground ground, @Nullable String reason) {}

    record Reason(@Nullable String reason) {}

    /** Why the data must stay. */
    record Refusal(Exemption exemption, @Nullable String reason) {}
}
