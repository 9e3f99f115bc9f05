package care.throughline.command.referral;

import static care.throughline.command.referral.Referrals.HARBOR;
import static care.throughline.command.referral.Referrals.ID;
import static care.throughline.command.referral.Referrals.PATIENT;
import static care.throughline.command.referral.Referrals.VALLEY;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.referral.ReferralCommand.Accept;
import care.throughline.command.referral.ReferralCommand.Candidate;
import care.throughline.command.referral.ReferralCommand.ConfirmCancellation;
import care.throughline.command.referral.ReferralCommand.Decline;
import care.throughline.command.referral.ReferralCommand.EndByDeath;
import care.throughline.command.referral.ReferralCommand.ProposeTime;
import care.throughline.command.referral.ReferralCommand.ReadResult;
import care.throughline.command.referral.ReferralCommand.Receive;
import care.throughline.command.referral.ReferralCommand.RequestCancellation;
import care.throughline.command.referral.ReferralCommand.Withdraw;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import care.throughline.events.referral.Way;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Valley asks, and Harbor is our own entry in the directory. */
class AskedOfUsTest {

    private final Referrals referral = new Referrals();

    @Test
    void it_waits_for_our_answer_and_asked_again_it_is_the_same() {
        assertThat(referral.told(receive()))
                .filteredOn(ReferralEvent.Offered.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    ReferralEvent.Offered offered = (ReferralEvent.Offered) event;
                    assertThat(offered.performer()).isEqualTo(HARBOR);
                    assertThat(offered.due().waitsFor()).isEqualTo(Wait.ANSWER);
                });
        assertThat(referral.when(receive())).containsExactly("Drafted", "Received", "Offered");
        assertThat(referral.when(receive())).isEmpty();
        referral.acceptedBy(HARBOR).scheduled();
        assertThat(referral.when(receive())).as("also when it has gone on").isEmpty();
    }

    @Test
    void it_is_over_for_us_when_we_have_reported_back() {
        referral.then(receive()).acceptedBy(HARBOR);
        assertThat(referral.when(new ReferralCommand.ReportResult(ID, HARBOR, "Fine", Way.PHONE, referral.now())))
                .containsExactly("Seen", "ResultReported", "Closed");
        assertThat(referral.status()).isEqualTo(ReferralStatus.CLOSED);
    }

    @Test
    void declined_it_is_over_and_nobody_else_is_looked_for() {
        referral.then(receive());
        assertThat(referral.when(new Decline(ID, HARBOR, DeclineReason.NO_CAPACITY, "", Way.PHONE, referral.now())))
                .containsExactly("Declined", "Cancelled");
        assertThat(referral.status()).isEqualTo(ReferralStatus.CANCELLED);
    }

    @Test
    void whatever_the_desk_says_it_is_our_own_desk_that_speaks() {
        referral.then(receive());
        assertThat(referral.told(new Accept(ID, HARBOR, Way.FAX, referral.now())))
                .singleElement()
                .satisfies(event ->
                        assertThat(((ReferralEvent.Accepted) event).way()).isEqualTo(Way.DESK));
    }

    @Test
    void taken_back_it_is_over_at_once_or_when_we_confirm() {
        referral.refused("referral-unknown", withdraw());
        referral.then(receive());
        assertThat(referral.told(withdraw()))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("CancellationRequested", "Released", "Cancelled");
        referral.acceptedBy(HARBOR);
        assertThat(referral.when(withdraw())).containsExactly("CancellationRequested");
        referral.then(new ConfirmCancellation(ID, HARBOR, Way.PHONE, referral.now()));
        assertThat(referral.status()).isEqualTo(ReferralStatus.CANCELLED);
        assertThat(referral.when(withdraw())).isEmpty();
    }

    @Test
    void the_desk_cannot_do_with_it_what_only_the_asker_may() {
        referral.then(receive());
        referral.refused("asked-of-us", referral.send(VALLEY));
        referral.refused("asked-of-us", new RequestCancellation(ID, "no", referral.now()));
        referral.acceptedBy(HARBOR);
        referral.refused("asked-of-us", new ReadResult(ID, referral.now()));
        referral.refused(
                "asked-of-us",
                new ProposeTime(ID, HARBOR, referral.now().plus(Duration.ofDays(2)), Way.PHONE, referral.now()));
        assertThat(referral.when(new EndByDeath(ID, referral.now())))
                .containsExactly("EndedByDeath", "CancellationRequested");
    }

    private ReferralCommand withdraw() {
        return new Withdraw(ID, "They moved", referral.now());
    }

    private ReferralCommand receive() {
        return new Receive(
                ID,
                PATIENT,
                VALLEY,
                "ORD-1",
                new Candidate(HARBOR, Specialty.CARDIOLOGY, Capacity.OPEN, Set.of()),
                Kind.CONSULTATION,
                Urgency.ROUTINE,
                "Palpitations",
                Set.of(),
                referral.now());
    }
}
