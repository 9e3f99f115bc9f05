package care.throughline.infra.demo;

import care.throughline.command.referral.ReferralCommand;
import care.throughline.command.referral.ReferralCommand.Candidate;
import care.throughline.command.rules.Rules;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One referral of the demo clinic, told in the words of a history; days are counted back from today. */
final class Referring {

    private static final Rules RULES = Rules.us2026();

    private final Visit visit;
    private final String coordinator;
    private final Specialty specialty;
    private final ReferralId id;
    private final Story.Calendar calendar;
    private final List<Step> steps = new ArrayList<>();

    /** @param number tells the referrals apart */
    Referring(Visit visit, String coordinator, Specialty specialty, int number, Story.Calendar calendar) {
        this.visit = visit;
        this.coordinator = coordinator;
        this.specialty = specialty;
        this.id = new ReferralId(ReferralId.PREFIX + "demo-" + number);
        this.calendar = calendar;
    }

    List<Step> steps() {
        return steps;
    }

    Referring drafted(int daysAgo, Kind kind, Urgency urgency, String reason) {
        Instant at = calendar.moment(daysAgo, 9);
        steps.add(new Step.Wished(at, visit, coordinator, id, kind, specialty, urgency, reason));
        return this;
    }

    Referring asked(int daysAgo, String... performers) {
        Instant at = calendar.moment(daysAgo, 10);
        RULES.packet(specialty, LocalDate.ofInstant(at, ZoneOffset.UTC)).stream()
                .sorted()
                .forEach(item -> then(at.minusSeconds(60), new ReferralCommand.SetPacketItem(id, item, true, at)));
        List<Candidate> candidates = Arrays.stream(performers)
                .map(name -> new Candidate(Neighborhood.idOf(name), specialty, Capacity.OPEN, Set.of()))
                .toList();
        return then(at, new ReferralCommand.Send(id, candidates, at));
    }

    Referring acceptedBy(String performer, int daysAgo) {
        Instant at = calendar.moment(daysAgo, 14);
        return then(at, new ReferralCommand.Accept(id, of(performer), Way.PHONE, at));
    }

    Referring declinedBy(String performer, int daysAgo, DeclineReason reason) {
        Instant at = calendar.moment(daysAgo, 15);
        return then(at, new ReferralCommand.Decline(id, of(performer), reason, "", Way.FAX, at));
    }

    Referring placed(String performer, int daysAgo, int place) {
        Instant at = calendar.moment(daysAgo, 15);
        return then(at, new ReferralCommand.TellWaitlistPosition(id, of(performer), place, Way.PHONE, at));
    }

    Referring proposed(String performer, int daysAgo, int forDaysAgo) {
        Instant at = calendar.moment(daysAgo, 16);
        Instant startsAt = calendar.moment(forDaysAgo, 11);
        return then(at, new ReferralCommand.ProposeTime(id, of(performer), startsAt, Way.PHONE, at));
    }

    Referring scheduled(String performer, int daysAgo, int forDaysAgo) {
        Instant at = calendar.moment(daysAgo, 16);
        Instant startsAt = calendar.moment(forDaysAgo, 11);
        return then(at, new ReferralCommand.Schedule(id, of(performer), startsAt, Way.PHONE, at));
    }

    Referring missed(String performer, int daysAgo) {
        Instant at = calendar.moment(daysAgo, 17);
        return then(at, new ReferralCommand.RecordMissed(id, of(performer), Way.PHONE, at));
    }

    Referring seen(String performer, int daysAgo) {
        Instant at = calendar.moment(daysAgo, 12);
        return then(at, new ReferralCommand.RecordSeen(id, of(performer), Way.FAX, at));
    }

    Referring reported(String performer, int daysAgo, String result) {
        Instant at = calendar.moment(daysAgo, 13);
        return then(at, new ReferralCommand.ReportResult(id, of(performer), result, Way.FAX, at));
    }

    Referring read(int daysAgo) {
        Instant at = calendar.moment(daysAgo, 16);
        return then(at, new ReferralCommand.ReadResult(id, at));
    }

    Referring cancelling(int daysAgo, String reason) {
        Instant at = calendar.moment(daysAgo, 16);
        return then(at, new ReferralCommand.RequestCancellation(id, reason, at));
    }

    private Referring then(Instant at, ReferralCommand command) {
        steps.add(new Step.Referred(at, coordinator, command));
        return this;
    }

    private static PerformerId of(String performer) {
        return Neighborhood.idOf(performer);
    }
}
