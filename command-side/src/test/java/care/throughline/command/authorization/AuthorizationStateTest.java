package care.throughline.command.authorization;

import static care.throughline.command.authorization.Authorizations.ID;
import static care.throughline.command.authorization.Authorizations.TWELVE;
import static care.throughline.command.authorization.Authorizations.permit;
import static care.throughline.command.authorization.Authorizations.requested;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.authorization.AuthorizationCommand.AcceptDecision;
import care.throughline.command.authorization.AuthorizationCommand.ApprovePartly;
import care.throughline.command.authorization.AuthorizationCommand.Permit;
import care.throughline.command.authorization.AuthorizationCommand.RecordExpiry;
import care.throughline.command.authorization.AuthorizationCommand.SendInformation;
import care.throughline.command.authorization.AuthorizationCommand.Withdraw;
import care.throughline.events.authorization.Cut;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.authorization.Wait;
import care.throughline.events.authorization.Way;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorizationStateTest {

    @Test
    void a_request_is_made_once_and_another_of_its_name_is_refused() {
        Authorizations one = requested();
        assertThat(one.when(one.request(Program.MEDICARE_ADVANTAGE, Priority.STANDARD)))
                .isEmpty();
        one.refused("authorization-present", one.request(Program.COMMERCIAL, Priority.STANDARD));
    }

    @Test
    void what_has_not_happened_yet_is_refused() {
        Authorizations one = requested();
        one.refused("in-the-future", new Withdraw(ID, "No", one.now().plus(Duration.ofHours(1))));
        one.refused(
                "out-of-order",
                new AuthorizationCommand.Deny(
                        ID, DenialReason.NOT_COVERED, "No", Way.FAX, Authorizations.MONDAY.minusSeconds(60)));
    }

    @Test
    void a_payer_asks_for_more_once_and_for_something_else_again() {
        Authorizations one = requested();
        assertThat(one.when(one.pend(Missing.CLINICAL_NOTES))).containsExactly("Pended");
        assertThat(one.due().waitsFor()).isEqualTo(Wait.INFORMATION);
        assertThat(one.when(one.pend(Missing.CLINICAL_NOTES))).isEmpty();
        assertThat(one.when(one.pend(Missing.IMAGING))).containsExactly("Pended");
        one.refused("missing-unsaid", new AuthorizationCommand.Pend(ID, Set.of(), "More", Way.FAX, one.now()));
    }

    @Test
    void the_payers_clock_goes_on_once_it_has_what_it_asked_for() {
        Authorizations one = requested();
        SendInformation sent = new SendInformation(ID, "The notes", Way.FAX, one.now());
        one.refused("not-pended", sent);
        one.pended();
        one.refused("out-of-order", new SendInformation(ID, "The notes", Way.FAX, Authorizations.MONDAY));
        assertThat(one.answered().due().waitsFor()).isEqualTo(Wait.DECISION);
        assertThat(one.when(new SendInformation(ID, "The notes", Way.FAX, one.now())))
                .isEmpty();
    }

    @Test
    void an_approval_waits_to_be_used_until_its_last_day() {
        Authorizations one = requested().approved();
        assertThat(one.due().waitsFor()).isEqualTo(Wait.USE);
        assertThat(one.due().by()).isEqualTo("2026-12-20");
        assertThat(one.when(one.approve(TWELVE))).isEmpty();
        one.refused("already-decided", one.approve(permit(13)));
        one.refused("already-decided", one.deny(DenialReason.NOT_COVERED));
        one.refused("granted", one.appeal(1));
        one.refused("granted", new AcceptDecision(ID, "Enough", one.now()));
    }

    @Test
    void fewer_than_asked_are_an_approval_in_part() {
        Authorizations one = requested();
        one.refused("partly", one.approve(permit(6)));
        one.refused("cut-unsaid", new ApprovePartly(ID, permit(6), Set.of(), "Six", Way.FAX, one.now()));
        LocalDate day = LocalDate.parse("2026-09-20");
        one.refused("days-reversed", one.approve(new Permit("A", day, day.minusDays(1), 12)));
        assertThat(one.partlyApproved().due().waitsFor()).isEqualTo(Wait.APPEAL);
        assertThat(one.when(new ApprovePartly(ID, permit(6), Set.of(Cut.FEWER_UNITS), "Six", Way.FAX, one.now())))
                .isEmpty();
    }

    @Test
    void what_was_cut_may_stand_and_the_rest_be_used() {
        Authorizations one = requested().partlyApproved();
        assertThat(one.when(new AcceptDecision(ID, "Six will do", one.now()))).containsExactly("DecisionAccepted");
        assertThat(one.due().waitsFor()).isEqualTo(Wait.USE);
        assertThat(one.when(new AcceptDecision(ID, "Six will do", one.now()))).isEmpty();
    }

    @Test
    void a_denial_that_stands_waits_for_nothing_and_can_still_be_appealed() {
        Authorizations one = requested().denied();
        assertThat(one.when(one.deny(DenialReason.NOT_MEDICALLY_NECESSARY))).isEmpty();
        one.refused("already-decided", one.deny(DenialReason.NOT_COVERED));
        one.refused("nothing-granted", new Withdraw(ID, "No", one.now()));
        one.then(new AcceptDecision(ID, "She pays herself", one.now()));
        assertThat(Authorizations.dueOf(one.last().getLast())).isNull();
        assertThat(one.when(one.appeal(1))).containsExactly("AppealFiled");
    }

    @Test
    void an_appeal_is_filed_once_at_each_level_and_in_their_order() {
        Authorizations one = requested(Program.COMMERCIAL, Priority.STANDARD);
        one.refused("not-decided", one.appeal(1));
        one.denied();
        one.refused("no-such-level", one.appeal(2));
        one.appealed(1);
        assertThat(one.when(one.appeal(1))).isEmpty();
        one.refused("appeal-undecided", one.appeal(2));
        one.refused("not-appealed", one.ruling(2, Ruling.UPHELD));
        one.ruled(1, Ruling.UPHELD);
        assertThat(one.due().waitsFor()).isEqualTo(Wait.APPEAL);
        assertThat(one.when(one.ruling(1, Ruling.UPHELD))).isEmpty();
        assertThat(one.when(one.appeal(1))).isEmpty();
        one.appealed(2).ruled(2, Ruling.UPHELD);
        assertThat(Authorizations.dueOf(one.last().getLast())).isNull();
        one.refused("no-such-level", one.appeal(3));
    }

    @Test
    void a_plan_of_medicare_sends_its_own_no_on_by_itself() {
        Authorizations one = requested().denied().appealed(1);
        assertThat(one.when(one.ruling(1, Ruling.UPHELD))).containsExactly("AppealDecided", "AppealFiled");
        assertThat(one.due().waitsFor()).isEqualTo(Wait.APPEAL_DECISION);
        assertThat(one.when(one.ruling(1, Ruling.UPHELD))).isEmpty();
        assertThat(one.when(one.appeal(2))).isEmpty();
        one.ruled(2, Ruling.UPHELD);
        assertThat(one.due().waitsFor()).isEqualTo(Wait.APPEAL);
    }

    @Test
    void an_overturned_denial_can_be_used_and_says_what_is_granted() {
        Authorizations one = requested().denied().appealed(1);
        one.refused(
                "grant-missing",
                new AuthorizationCommand.DecideAppeal(ID, 1, Ruling.OVERTURNED, null, "Yes", Way.LETTER, one.now()));
        one.ruled(1, Ruling.OVERTURNED);
        assertThat(one.due().waitsFor()).isEqualTo(Wait.USE);
        one.refused("granted", one.appeal(2));
    }

    @Test
    void partly_overturned_leaves_the_rest_to_the_next_level() {
        Authorizations one =
                requested(Program.COMMERCIAL, Priority.STANDARD).denied().appealed(1);
        one.ruled(1, Ruling.PARTLY_OVERTURNED);
        assertThat(one.due().waitsFor()).isEqualTo(Wait.APPEAL);
        one.appealed(2).ruled(2, Ruling.UPHELD);
        assertThat(one.due().waitsFor()).isEqualTo(Wait.USE);
    }

    @Test
    void an_approval_expires_after_its_last_day_and_not_before() {
        Authorizations one = requested().approved();
        one.refused("not-run-out", new RecordExpiry(ID, one.now()));
        one.daysLater(120);
        assertThat(one.when(new RecordExpiry(ID, one.now()))).containsExactly("Expired");
        assertThat(one.when(new RecordExpiry(ID, one.now()))).isEmpty();
        one.refused("authorization-over", new Withdraw(ID, "Late", one.now()));
    }

    @Test
    void what_is_not_needed_is_withdrawn_once() {
        Authorizations one = requested();
        assertThat(one.when(new Withdraw(ID, "Better", one.now()))).containsExactly("Withdrawn");
        assertThat(one.when(new Withdraw(ID, "Better", one.now()))).isEmpty();
        one.refused("authorization-withdrawn", one.deny(DenialReason.NOT_COVERED));
        Authorizations approved = requested().approved();
        assertThat(approved.when(new Withdraw(ID, "Moved away", approved.now())))
                .containsExactly("Withdrawn");
    }

    @Test
    void nothing_is_known_of_what_was_never_requested() {
        Authorizations none = new Authorizations();
        none.refused("authorization-unknown", none.approve(TWELVE));
        none.refused("authorization-unknown", none.deny(DenialReason.NOT_COVERED));
        none.refused("authorization-unknown", none.appeal(1));
        none.refused("authorization-unknown", new Withdraw(ID, "No", none.now()));
    }
}
