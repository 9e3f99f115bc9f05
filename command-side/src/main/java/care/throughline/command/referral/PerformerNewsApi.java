package care.throughline.command.referral;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.referral.PerformerRequests.Cancelling;
import care.throughline.command.referral.PerformerRequests.Declining;
import care.throughline.command.referral.PerformerRequests.From;
import care.throughline.command.referral.PerformerRequests.Place;
import care.throughline.command.referral.PerformerRequests.Report;
import care.throughline.command.referral.PerformerRequests.Time;
import care.throughline.command.referral.PerformerRequests.Told;
import care.throughline.command.referral.ReferralCommand.Accept;
import care.throughline.command.referral.ReferralCommand.ConfirmCancellation;
import care.throughline.command.referral.ReferralCommand.RecordMissed;
import care.throughline.command.referral.ReferralCommand.RecordSeen;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.referral.Way;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a performer told the desk by phone, fax or letter, as JSON or forms. */
@RestController
@RequestMapping("/api/referrals/{referral}/performers/{performer}")
class PerformerNewsApi {

    private final Commands commands;
    private final Clock clock;

    PerformerNewsApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** The first who accepts has it; the others are told. */
    @PostMapping("/accepted")
    Recorded accepted(@PathVariable ReferralId referral, @PathVariable PerformerId performer, @RequestBody Told told) {
        From from = from(referral, performer, told.way());
        return commands.send(new Accept(referral, performer, from.way(), from.at(told.at())));
    }

    @PostMapping("/declined")
    Recorded declined(
            @PathVariable ReferralId referral, @PathVariable PerformerId performer, @RequestBody Declining told) {
        return commands.send(told.by(from(referral, performer, told.way())));
    }

    /** The place on the performer's waitlist; every one that was told is kept. */
    @PostMapping("/waitlist")
    Recorded place(@PathVariable ReferralId referral, @PathVariable PerformerId performer, @RequestBody Place told) {
        return commands.send(told.by(from(referral, performer, told.way())));
    }

    /** The performer could do it then. */
    @PostMapping("/time-proposed")
    Recorded proposed(@PathVariable ReferralId referral, @PathVariable PerformerId performer, @RequestBody Time told) {
        return commands.send(told.proposedBy(from(referral, performer, told.way())));
    }

    /** There is an appointment, or it was moved. */
    @PostMapping("/scheduled")
    Recorded scheduled(@PathVariable ReferralId referral, @PathVariable PerformerId performer, @RequestBody Time told) {
        return commands.send(told.scheduledBy(from(referral, performer, told.way())));
    }

    /** The patient did not come. */
    @PostMapping("/missed")
    Recorded missed(@PathVariable ReferralId referral, @PathVariable PerformerId performer, @RequestBody Told told) {
        From from = from(referral, performer, told.way());
        return commands.send(new RecordMissed(referral, performer, from.way(), from.at(told.at())));
    }

    @PostMapping("/appointment-cancelled")
    Recorded cancelled(
            @PathVariable ReferralId referral, @PathVariable PerformerId performer, @RequestBody Cancelling told) {
        return commands.send(told.by(from(referral, performer, told.way())));
    }

    /** The patient was seen, helped or taken over. */
    @PostMapping("/seen")
    Recorded seen(@PathVariable ReferralId referral, @PathVariable PerformerId performer, @RequestBody Told told) {
        From from = from(referral, performer, told.way());
        return commands.send(new RecordSeen(referral, performer, from.way(), from.at(told.at())));
    }

    @PostMapping("/result")
    Recorded result(@PathVariable ReferralId referral, @PathVariable PerformerId performer, @RequestBody Report told) {
        return commands.send(told.by(from(referral, performer, told.way())));
    }

    @PostMapping("/cancellation-confirmed")
    Recorded confirmed(@PathVariable ReferralId referral, @PathVariable PerformerId performer, @RequestBody Told told) {
        From from = from(referral, performer, told.way());
        return commands.send(new ConfirmCancellation(referral, performer, from.way(), from.at(told.at())));
    }

    private From from(ReferralId referral, PerformerId performer, @Nullable Way way) {
        return new From(referral, performer, PerformerRequests.heard(way), clock.instant());
    }
}
