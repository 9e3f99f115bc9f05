package care.throughline.command.referral;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Rejected;
import care.throughline.command.directory.DirectoryCommand.AskStanding;
import care.throughline.command.directory.Standing;
import care.throughline.command.patient.Survivors;
import care.throughline.command.referral.ReferralCommand.AcknowledgeEnd;
import care.throughline.command.referral.ReferralCommand.Candidate;
import care.throughline.command.referral.ReferralCommand.ReadResult;
import care.throughline.command.referral.ReferralCommand.RevokeLink;
import care.throughline.command.referral.ReferralCommand.Send;
import care.throughline.command.referral.ReferralCommand.TakeTime;
import care.throughline.command.referral.ReferralCommand.Unsnooze;
import care.throughline.command.referral.ReferralRequests.Cancelling;
import care.throughline.command.referral.ReferralRequests.Packing;
import care.throughline.command.referral.ReferralRequests.Sending;
import care.throughline.command.referral.ReferralRequests.Snoozing;
import care.throughline.command.referral.ReferralRequests.Wish;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.directory.Profile;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the requester does with a referral, as JSON or forms. */
@RestController
@RequestMapping("/api")
class ReferralApi {

    private final Commands commands;
    private final Survivors survivors;
    private final Clock clock;

    ReferralApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
        this.clock = clock;
    }

    /** Drafts a referral for a patient; nobody else sees it yet. */
    @PostMapping("/patients/{patient}/referrals")
    Recorded draft(@PathVariable PatientId patient, @RequestBody Wish request) {
        return commands.send(request.of(survivors.rootOf(patient, Map.of()), clock.instant()));
    }

    /** Puts something into the packet, or takes it out. */
    @PostMapping("/referrals/{referral}/packet")
    Recorded pack(@PathVariable ReferralId referral, @RequestBody Packing request) {
        return commands.send(request.of(referral, clock.instant()));
    }

    /** Asks one or several performers; the first who accepts has it. */
    @PostMapping("/referrals/{referral}/send")
    Recorded send(@PathVariable ReferralId referral, @RequestBody Sending request) {
        List<Candidate> candidates =
                request.chosen().stream().map(this::candidate).toList();
        return commands.send(new Send(referral, candidates, clock.instant()));
    }

    /** Takes the time that the performer proposed. */
    @PostMapping("/referrals/{referral}/time-taken")
    Recorded take(@PathVariable ReferralId referral) {
        return commands.send(new TakeTime(referral, clock.instant()));
    }

    /** Asks to cancel; whoever accepted has to confirm. */
    @PostMapping("/referrals/{referral}/cancellation")
    Recorded cancel(@PathVariable ReferralId referral, @RequestBody Cancelling request) {
        return commands.send(request.of(referral, clock.instant()));
    }

    /** The result was read; the loop is closed. */
    @PostMapping("/referrals/{referral}/read")
    Recorded read(@PathVariable ReferralId referral) {
        return commands.send(new ReadResult(referral, clock.instant()));
    }

    /** Off the desk until then, or until something new happens. */
    @PostMapping("/referrals/{referral}/snooze")
    Recorded snooze(@PathVariable ReferralId referral, @RequestBody Snoozing request) {
        return commands.send(request.of(referral, clock.instant()));
    }

    @PostMapping("/referrals/{referral}/unsnooze")
    Recorded unsnooze(@PathVariable ReferralId referral) {
        return commands.send(new Unsnooze(referral, clock.instant()));
    }

    /** The coordinator has read that a death ended it, and what the performers were told. */
    @PostMapping("/referrals/{referral}/end-acknowledged")
    Recorded acknowledge(@PathVariable ReferralId referral) {
        return commands.send(new AcknowledgeEnd(referral, clock.instant()));
    }

    /** The performer's secure link does not work any more. */
    @PostMapping("/referrals/{referral}/performers/{performer}/link-revoked")
    Recorded revoke(@PathVariable ReferralId referral, @PathVariable PerformerId performer) {
        return commands.send(new RevokeLink(referral, performer, clock.instant()));
    }

    private Candidate candidate(PerformerId performer) {
        Standing standing = commands.ask(new AskStanding(performer), Map.of(), Standing.class);
        Profile profile = standing.profile();
        if (profile == null) {
            throw new Rejected("performer-unknown", "This performer is not in the directory.");
        }
        return new Candidate(performer, profile.specialty(), standing.capacity(), standing.labels());
    }
}
