package care.throughline.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.referral.ReferralCommand.Accept;
import care.throughline.command.referral.ReferralCommand.Candidate;
import care.throughline.command.referral.ReferralCommand.Draft;
import care.throughline.command.referral.ReferralCommand.RecordSeen;
import care.throughline.command.referral.ReferralCommand.ReportResult;
import care.throughline.command.referral.ReferralCommand.Schedule;
import care.throughline.command.referral.ReferralCommand.Send;
import care.throughline.command.referral.ReferralCommand.SetPacketItem;
import care.throughline.command.rules.Rules;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One referral to cardiology and what happened to it; every step is a day after the one before. */
final class Referrals {

    static final ReferralId ID = new ReferralId("ref_a");
    static final PatientId PATIENT = new PatientId("pat_a");
    static final PerformerId HARBOR = new PerformerId("prf_harbor");
    static final PerformerId VALLEY = new PerformerId("prf_valley");

    /** A Monday morning without a holiday near. */
    private static final Instant MONDAY = Instant.parse("2026-09-14T13:00:00Z");

    private static final Rules RULES = Rules.us2026();

    private ReferralState state = new ReferralState.NotStarted();
    private Instant now = MONDAY;

    static Referrals drafted() {
        return new Referrals().then(draft(Kind.CONSULTATION));
    }

    static ReferralCommand draft(Kind kind) {
        return new Draft(ID, PATIENT, kind, Specialty.CARDIOLOGY, Urgency.ROUTINE, "Palpitations", Set.of(), MONDAY);
    }

    Referrals packed() {
        state.request().missing().stream().sorted().forEach(item -> then(new SetPacketItem(ID, item, true, now)));
        return this;
    }

    Referrals sentTo(PerformerId... performers) {
        return then(send(performers));
    }

    Referrals acceptedBy(PerformerId performer) {
        return then(new Accept(ID, performer, Way.FAX, now));
    }

    Referrals scheduled() {
        return then(new Schedule(ID, HARBOR, now.plus(Duration.ofHours(12)), Way.PHONE, now));
    }

    Referrals seen() {
        return then(new RecordSeen(ID, HARBOR, Way.PHONE, now));
    }

    Referrals reported() {
        return then(new ReportResult(ID, HARBOR, "Sinus rhythm", Way.FAX, now));
    }

    /** Sent to Harbor, who accepted. */
    static Referrals held() {
        return drafted().packed().sentTo(HARBOR).acceptedBy(HARBOR);
    }

    ReferralCommand send(PerformerId... performers) {
        List<Candidate> candidates = Arrays.stream(performers)
                .map(performer -> new Candidate(performer, Specialty.CARDIOLOGY, Capacity.OPEN, Set.of()))
                .toList();
        return new Send(ID, candidates, now);
    }

    Referrals then(ReferralCommand command) {
        when(command);
        now = now.plus(Duration.ofDays(1));
        return this;
    }

    /** What comes of it, by name. */
    List<String> when(ReferralCommand command) {
        List<ReferralEvent> events = told(command);
        events.forEach(event -> state = state.evolve(event));
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    /** What would come of it. */
    List<ReferralEvent> told(ReferralCommand command) {
        return state.decide(command, new Moment(now.atZone(ZoneId.of("America/New_York")), RULES));
    }

    void refused(String reason, ReferralCommand command) {
        assertThatThrownBy(() -> told(command))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    Instant now() {
        return now;
    }

    @Nullable ReferralStatus status() {
        return state.status();
    }
}
