package care.throughline.command.authorization;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.authorization.AuthorizationCommand.RecordExpiry;
import care.throughline.command.authorization.AuthorizationRequests.Accepting;
import care.throughline.command.authorization.AuthorizationRequests.Appealing;
import care.throughline.command.authorization.AuthorizationRequests.For;
import care.throughline.command.authorization.AuthorizationRequests.Sending;
import care.throughline.command.authorization.AuthorizationRequests.Wanted;
import care.throughline.command.authorization.AuthorizationRequests.Withdrawing;
import care.throughline.command.patient.Survivors;
import care.throughline.command.referral.ReferralCommand.About;
import care.throughline.command.referral.ReferralCommand.AskAbout;
import care.throughline.events.AuthorizationId;
import care.throughline.events.PatientId;
import care.throughline.events.ReferralId;
import java.time.Clock;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What we do about a payer's permission, as JSON or forms. */
@RestController
@RequestMapping("/api")
class AuthorizationApi {

    private final Commands commands;
    private final Survivors survivors;
    private final Clock clock;

    AuthorizationApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
        this.clock = clock;
    }

    /** Asks a payer for something that nobody is referred for. */
    @PostMapping("/patients/{patient}/authorizations")
    Recorded ask(@PathVariable PatientId patient, @RequestBody Wanted request) {
        PatientId root = survivors.rootOf(patient, Map.of());
        return commands.send(request.of(new For(root, null, request.field()), clock.instant()));
    }

    /** Asks a payer for what this referral is about, for the patient whom it is for. */
    @PostMapping("/referrals/{referral}/authorizations")
    Recorded askFor(@PathVariable ReferralId referral, @RequestBody Wanted request) {
        About about = commands.ask(new AskAbout(referral), Map.of(), About.class);
        PatientId root = survivors.rootOf(about.patient(), Map.of());
        return commands.send(request.of(new For(root, referral, about.specialty()), clock.instant()));
    }

    /** The payer has now what it asked for. */
    @PostMapping("/authorizations/{authorization}/information")
    Recorded send(@PathVariable AuthorizationId authorization, @RequestBody Sending request) {
        return commands.send(request.of(authorization, clock.instant()));
    }

    /** Files an appeal at the next level. */
    @PostMapping("/authorizations/{authorization}/appeals")
    Recorded appeal(@PathVariable AuthorizationId authorization, @RequestBody Appealing request) {
        return commands.send(request.of(authorization, clock.instant()));
    }

    /** Lets a denial, or what was cut, stand. */
    @PostMapping("/authorizations/{authorization}/accepted")
    Recorded accept(@PathVariable AuthorizationId authorization, @RequestBody Accepting request) {
        return commands.send(request.of(authorization, clock.instant()));
    }

    /** It is not asked for any more, or not needed. */
    @PostMapping("/authorizations/{authorization}/withdrawn")
    Recorded withdraw(@PathVariable AuthorizationId authorization, @RequestBody Withdrawing request) {
        return commands.send(request.of(authorization, clock.instant()));
    }

    /** What was approved ran out. */
    @PostMapping("/authorizations/{authorization}/expired")
    Recorded expire(@PathVariable AuthorizationId authorization) {
        return commands.send(new RecordExpiry(authorization, clock.instant()));
    }
}
