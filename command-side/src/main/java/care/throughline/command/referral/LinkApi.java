package care.throughline.command.referral;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.referral.PerformerRequests.Cancelling;
import care.throughline.command.referral.PerformerRequests.Declining;
import care.throughline.command.referral.PerformerRequests.From;
import care.throughline.command.referral.PerformerRequests.Report;
import care.throughline.command.referral.PerformerRequests.Time;
import care.throughline.command.referral.ReferralCommand.Accept;
import care.throughline.command.referral.ReferralCommand.ConfirmCancellation;
import care.throughline.command.referral.ReferralCommand.RecordMissed;
import care.throughline.command.referral.ReferralCommand.RecordSeen;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.referral.Way;
import java.time.Clock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a performer does on its secure page; the link alone says who it is and about which referral it speaks. */
@RestController
@RequestMapping("/link/{token}")
class LinkApi {

    private final Commands commands;
    private final Clock clock;

    LinkApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** The first who accepts has it. */
    @PostMapping("/accepted")
    Recorded accepted(@RequestAttribute ReferralId referral, @RequestAttribute PerformerId performer) {
        return commands.send(new Accept(referral, performer, Way.LINK, clock.instant()));
    }

    @PostMapping("/declined")
    Recorded declined(
            @RequestAttribute ReferralId referral,
            @RequestAttribute PerformerId performer,
            @RequestBody Declining told) {
        return commands.send(told.by(from(referral, performer)));
    }

    /** The performer could do it then. */
    @PostMapping("/time-proposed")
    Recorded proposed(
            @RequestAttribute ReferralId referral, @RequestAttribute PerformerId performer, @RequestBody Time told) {
        return commands.send(told.proposedBy(from(referral, performer)));
    }

    @PostMapping("/scheduled")
    Recorded scheduled(
            @RequestAttribute ReferralId referral, @RequestAttribute PerformerId performer, @RequestBody Time told) {
        return commands.send(told.scheduledBy(from(referral, performer)));
    }

    /** The patient did not come. */
    @PostMapping("/missed")
    Recorded missed(@RequestAttribute ReferralId referral, @RequestAttribute PerformerId performer) {
        return commands.send(new RecordMissed(referral, performer, Way.LINK, clock.instant()));
    }

    @PostMapping("/appointment-cancelled")
    Recorded cancelled(
            @RequestAttribute ReferralId referral,
            @RequestAttribute PerformerId performer,
            @RequestBody Cancelling told) {
        return commands.send(told.by(from(referral, performer)));
    }

    /** The patient was seen, helped or taken over. */
    @PostMapping("/seen")
    Recorded seen(@RequestAttribute ReferralId referral, @RequestAttribute PerformerId performer) {
        return commands.send(new RecordSeen(referral, performer, Way.LINK, clock.instant()));
    }

    @PostMapping("/result")
    Recorded result(
            @RequestAttribute ReferralId referral, @RequestAttribute PerformerId performer, @RequestBody Report told) {
        return commands.send(told.by(from(referral, performer)));
    }

    @PostMapping("/cancellation-confirmed")
    Recorded confirmed(@RequestAttribute ReferralId referral, @RequestAttribute PerformerId performer) {
        return commands.send(new ConfirmCancellation(referral, performer, Way.LINK, clock.instant()));
    }

    private From from(ReferralId referral, PerformerId performer) {
        return new From(referral, performer, Way.LINK, clock.instant());
    }
}
