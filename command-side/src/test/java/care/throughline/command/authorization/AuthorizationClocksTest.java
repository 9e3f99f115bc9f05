package care.throughline.command.authorization;

import static care.throughline.command.authorization.Authorizations.MONDAY;
import static care.throughline.command.authorization.Authorizations.at;
import static care.throughline.command.authorization.Authorizations.requested;
import static care.throughline.events.authorization.Priority.EXPEDITED;
import static care.throughline.events.authorization.Priority.STANDARD;
import static care.throughline.events.authorization.Program.COMMERCIAL;
import static care.throughline.events.authorization.Program.MEDICAID_MANAGED_CARE;
import static care.throughline.events.authorization.Program.MEDICARE_ADVANTAGE;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Ruling;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Every clock that the rule pack sets, on days that are easy to get wrong. */
class AuthorizationClocksTest {

    @Test
    void a_standard_decision_has_seven_calendar_days_of_which_the_last_counts_whole() {
        assertThat(requested().due().by()).isEqualTo("2026-09-21");
        assertThat(requested().due().before()).isEqualTo("2026-09-22T04:00:00Z");
        assertThat(requested().due().rule().id()).isEqualTo("authorization-clocks");
        assertThat(requested(COMMERCIAL, STANDARD).due().by()).isEqualTo("2026-09-29");
    }

    @Test
    void an_expedited_decision_has_72_hours_to_the_minute() {
        assertThat(requested(MEDICARE_ADVANTAGE, EXPEDITED).due().before()).isEqualTo("2026-09-17T13:00:00Z");
        assertThat(requested(MEDICARE_ADVANTAGE, EXPEDITED).due().by()).isEqualTo("2026-09-17");
    }

    @Test
    void days_are_days_where_the_clocks_change_and_hours_are_hours() {
        Instant beforeTheChange = Instant.parse("2026-10-30T16:00:00Z");
        assertThat(at(beforeTheChange, MEDICAID_MANAGED_CARE, STANDARD).due().before())
                .isEqualTo("2026-11-07T05:00:00Z");
        assertThat(at(beforeTheChange, MEDICAID_MANAGED_CARE, EXPEDITED).due().before())
                .isEqualTo("2026-11-02T16:00:00Z");
    }

    @Test
    void a_request_of_the_evening_counts_from_its_day_in_the_organisations_zone() {
        assertThat(at(Instant.parse("2026-09-15T02:00:00Z"), MEDICARE_ADVANTAGE, STANDARD)
                        .due()
                        .by())
                .isEqualTo("2026-09-21");
    }

    @Test
    void before_2026_a_standard_decision_had_fourteen_days() {
        Authorizations old = at(Instant.parse("2025-12-31T18:00:00Z"), MEDICARE_ADVANTAGE, STANDARD);
        assertThat(old.due().by()).isEqualTo("2026-01-14");
        assertThat(old.due().rule().id()).isEqualTo("authorization-clocks-2025");
        Authorizations none = new Authorizations();
        none.refused("rule-missing", longAgo());
    }

    @Test
    void a_plan_that_asks_for_more_gets_fourteen_days_more_and_not_twice() {
        Authorizations one = requested().pended();
        assertThat(one.due().by()).isEqualTo("2026-09-29");
        assertThat(one.answered().due().by()).isEqualTo("2026-10-05");
        one.then(one.pend(Missing.IMAGING));
        assertThat(one.answered().due().by()).isEqualTo("2026-10-05");
    }

    @Test
    void a_commercial_clock_stands_still_until_it_has_what_it_asked_for() {
        Authorizations one = requested(COMMERCIAL, STANDARD).pended();
        assertThat(one.due().by()).isEqualTo("2026-10-30");
        assertThat(one.daysLater(10).answered().due().by()).isEqualTo("2026-10-10");
    }

    @Test
    void an_expedited_commercial_decision_has_48_hours_from_the_answer() {
        Authorizations one = requested(COMMERCIAL, EXPEDITED).pended();
        assertThat(one.due().before()).isEqualTo("2026-09-17T13:00:00Z");
        assertThat(one.answered().due().before()).isEqualTo("2026-09-18T13:00:00Z");
    }

    @Test
    void the_time_to_appeal_is_counted_from_the_date_of_the_notice() {
        assertThat(requested().denied().due().by()).isEqualTo("2026-11-19");
        assertThat(requested(MEDICAID_MANAGED_CARE, STANDARD).denied().due().by())
                .isEqualTo("2026-11-14");
        assertThat(requested(COMMERCIAL, STANDARD).denied().due().by()).isEqualTo("2027-03-14");
    }

    @Test
    void every_level_of_appeal_has_its_own_clocks() {
        Authorizations medicaid =
                requested(MEDICAID_MANAGED_CARE, STANDARD).denied().appealed(1);
        assertThat(medicaid.due().by()).isEqualTo("2026-10-16");
        assertThat(medicaid.ruled(1, Ruling.UPHELD).due().by()).isEqualTo("2027-01-15");
        assertThat(medicaid.appealed(2).due().by()).isEqualTo("2026-12-17");
        Authorizations commercial = requested(COMMERCIAL, STANDARD).denied().appealed(1);
        assertThat(commercial.ruled(1, Ruling.UPHELD).due().by()).isEqualTo("2027-01-17");
    }

    private static AuthorizationCommand longAgo() {
        return new AuthorizationCommand.Request(
                Authorizations.ID,
                Authorizations.PATIENT,
                null,
                new Authorizations().request(COMMERCIAL, STANDARD).wish(),
                care.throughline.events.authorization.Way.FAX,
                MONDAY.minusSeconds(3L * 365 * 86_400));
    }
}
