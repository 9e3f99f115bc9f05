package care.throughline.command.referral;

import static care.throughline.command.referral.Referrals.HARBOR;
import static care.throughline.command.referral.Referrals.ID;
import static care.throughline.command.referral.Referrals.VALLEY;
import static care.throughline.command.referral.Referrals.drafted;
import static care.throughline.command.referral.Referrals.held;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.referral.ReferralCommand.Accept;
import care.throughline.command.referral.ReferralCommand.AcknowledgeEnd;
import care.throughline.command.referral.ReferralCommand.ConfirmCancellation;
import care.throughline.command.referral.ReferralCommand.EndByDeath;
import care.throughline.command.referral.ReferralCommand.TakeBackSnooze;
import care.throughline.command.referral.ReferralCommand.Unsnooze;
import care.throughline.events.referral.ReferralEvent.EndedByDeath;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Wait;
import care.throughline.events.referral.Way;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReferralOnTheDeskTest {

    @Test
    void it_is_put_aside_until_a_time_ahead_and_told_twice_once() {
        Referrals referral = drafted();
        referral.refused("in-the-past", snooze(referral, Duration.ZERO, referral.now()));
        assertThat(referral.when(snooze(referral, Duration.ofDays(2), referral.now())))
                .containsExactly("Snoozed");
        assertThat(referral.when(snooze(referral, Duration.ofDays(2), referral.now())))
                .isEmpty();
        assertThat(referral.when(new Unsnooze(ID, referral.now()))).containsExactly("Unsnoozed");
        assertThat(referral.when(new Unsnooze(ID, referral.now()))).isEmpty();
    }

    @Test
    void whatever_happens_brings_it_back() {
        Referrals referral = drafted().packed().sentTo(HARBOR);
        Instant at = referral.now();
        referral.when(snooze(referral, Duration.ofDays(9), at));
        referral.when(new Accept(ID, HARBOR, Way.FAX, referral.now()));
        assertThat(referral.when(new Unsnooze(ID, referral.now()))).isEmpty();
        referral.refused("happened-since", new TakeBackSnooze(ID, at, referral.now()));
    }

    @Test
    void a_snooze_is_taken_back_only_if_it_still_stands_and_stood_in_place_of_no_other() {
        Referrals referral = drafted();
        Instant at = referral.now();
        referral.when(snooze(referral, Duration.ofDays(9), at));
        referral.refused("happened-since", new TakeBackSnooze(ID, at.plusSeconds(1), at));
        assertThat(referral.when(new TakeBackSnooze(ID, at, at))).containsExactly("Unsnoozed");
        referral.when(snooze(referral, Duration.ofDays(9), at));
        referral.when(snooze(referral, Duration.ofDays(8), at.plusSeconds(1)));
        referral.refused("snoozed-before", new TakeBackSnooze(ID, at.plusSeconds(1), at));
    }

    @Test
    void what_is_over_is_not_put_aside() {
        Referrals referral = held().seen().reported();
        referral.then(new ReferralCommand.ReadResult(ID, referral.now()));
        referral.refused("referral-over", snooze(referral, Duration.ofDays(2), referral.now()));
    }

    @Test
    void a_death_ends_what_nobody_has_accepted_and_somebody_reads_that() {
        Referrals referral = drafted().packed().sentTo(HARBOR, VALLEY);
        referral.refused("not-ended-by-death", new AcknowledgeEnd(ID, referral.now()));
        EndedByDeath ended =
                (EndedByDeath) referral.told(new EndByDeath(ID, referral.now())).getFirst();
        assertThat(ended.told()).containsExactly(HARBOR, VALLEY);
        assertThat(ended.due().waitsFor()).isEqualTo(Wait.ACKNOWLEDGEMENT);
        referral.then(new EndByDeath(ID, referral.now()));
        assertThat(referral.status()).isEqualTo(ReferralStatus.CANCELLED);
        assertThat(referral.when(new AcknowledgeEnd(ID, referral.now()))).containsExactly("EndAcknowledged");
        assertThat(referral.when(new AcknowledgeEnd(ID, referral.now()))).isEmpty();
    }

    @Test
    void who_has_accepted_confirms_and_the_notice_can_be_read_before_or_after() {
        Referrals referral = held();
        assertThat(referral.when(new EndByDeath(ID, referral.now())))
                .containsExactly("EndedByDeath", "CancellationRequested");
        assertThat(referral.when(new EndByDeath(ID, referral.now()))).isEmpty();
        referral.then(new ConfirmCancellation(ID, HARBOR, Way.PHONE, referral.now()));
        assertThat(referral.when(new AcknowledgeEnd(ID, referral.now()))).containsExactly("EndAcknowledged");
    }

    private static ReferralCommand snooze(Referrals referral, Duration wait, Instant at) {
        return new ReferralCommand.Snooze(ID, referral.now().plus(wait), "The office is closed", at);
    }
}
