package care.throughline.command.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.consent.ConsentCommand.Give;
import care.throughline.command.consent.ConsentCommand.Revoke;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.Sensitivity;
import care.throughline.events.StaffId;
import care.throughline.events.consent.ConsentEvent;
import care.throughline.events.consent.ConsentEvent.Given;
import care.throughline.events.consent.ConsentEvent.Revoked;
import care.throughline.events.consent.ConsentId;
import care.throughline.events.consent.Purpose;
import care.throughline.events.consent.Recipient;
import care.throughline.events.consent.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentsStateTest {

    private static final PatientId PATIENT = new PatientId("pat_1");
    private static final StaffId NORA = new StaffId("nora");
    private static final PerformerId HARBOR = new PerformerId("prf_harbor");
    private static final ConsentId FIRST = new ConsentId("consent_1");
    private static final ConsentId SECOND = new ConsentId("consent_2");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final Instant NOON = Instant.parse("2026-11-20T17:00:00Z");

    private ConsentsState state = ConsentsState.NONE;

    @Test
    void a_signed_consent_is_recorded_with_its_terms() {
        Terms terms = terms(Sensitivity.PART2, TODAY, TODAY.plusDays(30));
        assertThat(told(give(FIRST, terms))).singleElement().isInstanceOfSatisfying(Given.class, given -> {
            assertThat(given.terms()).isEqualTo(terms);
            assertThat(given.covers()).isEqualTo(Sensitivity.PART2);
            assertThat(given.form().value()).contains("drawer 3");
        });
    }

    @Test
    void the_same_terms_are_recorded_once_while_they_are_in_force() {
        Terms terms = terms(Sensitivity.PART2, TODAY.minusDays(9), TODAY);
        told(give(FIRST, terms));
        assertThat(told(give(SECOND, terms))).as("still its last day").isEmpty();
        assertThat(state.decide(new Give(PATIENT, SECOND, terms, NORA, "drawer 3", TODAY.plusDays(1), NOON)))
                .as("the day after")
                .hasSize(1);
        told(revoke(FIRST));
        assertThat(told(give(SECOND, terms)))
                .as("signed again after a revocation")
                .hasSize(1);
        assertThat(told(give(SECOND, terms(Sensitivity.CAREGIVER, TODAY, null))))
                .as("a repeat of a command under the same id")
                .isEmpty();
    }

    @Test
    void without_a_last_day_it_holds_until_it_is_revoked() {
        Terms terms = terms(Sensitivity.PART2, TODAY.minusYears(9), null);
        told(give(FIRST, terms));
        assertThat(told(give(SECOND, terms))).isEmpty();
    }

    @Test
    void a_form_without_any_purpose_is_read_as_one_that_allows_nothing() {
        assertThat(signed(null, Recipient.ORGANISATION).terms().purposes()).isEmpty();
        assertThat(signed(List.of(Purpose.TREAT), Recipient.ORGANISATION)
                        .terms()
                        .purposes())
                .containsExactly(Purpose.TREAT);
    }

    @Test
    void one_performer_is_named_where_one_performer_may_receive_it_and_nowhere_else() {
        Terms named = signed(List.of(Purpose.TREAT), Recipient.PERFORMER).terms();
        assertThat(named.performer()).isEqualTo(HARBOR);
        assertThat(signed(List.of(Purpose.TREAT), Recipient.TREATING_TEAM)
                        .terms()
                        .performer())
                .isNull();
        assertThat(told(give(FIRST, named))).hasSize(1);
        refused(
                "consent-without-performer",
                give(
                        SECOND,
                        new Terms(Sensitivity.PART2, Set.of(Purpose.TREAT), Recipient.PERFORMER, null, TODAY, null)));
    }

    private static ConsentApi.Signed signed(@Nullable List<Purpose> purposes, Recipient recipient) {
        return new ConsentApi.Signed(Sensitivity.PART2, purposes, recipient, HARBOR, TODAY, null, "drawer 3");
    }

    @Test
    void other_terms_are_another_consent() {
        told(give(FIRST, terms(Sensitivity.PART2, TODAY, null)));
        assertThat(told(give(SECOND, terms(Sensitivity.PSYCHOTHERAPY, TODAY, null))))
                .hasSize(1);
    }

    @Test
    void it_is_revoked_once_and_says_what_it_covered() {
        told(give(FIRST, terms(Sensitivity.PSYCHOTHERAPY, TODAY, null)));
        assertThat(told(revoke(FIRST)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Revoked.class, revoked -> assertThat(revoked.covers()).isEqualTo(Sensitivity.PSYCHOTHERAPY));
        assertThat(told(revoke(FIRST))).isEmpty();
    }

    @Test
    void what_nobody_gave_is_not_revoked() {
        refused("no-such-consent", revoke(SECOND));
        assertThat(state.evolve(new Revoked(
                        PATIENT,
                        SECOND,
                        Sensitivity.PART2,
                        NORA,
                        care.throughline.events.Personal.of(PATIENT, "by phone"),
                        NOON)))
                .isEqualTo(ConsentsState.NONE);
    }

    @Test
    void a_form_that_is_not_whole_is_refused() {
        refused(
                "consent-without-purpose",
                give(FIRST, new Terms(Sensitivity.PART2, Set.of(), Recipient.ORGANISATION, null, TODAY, null)));
        refused("consent-not-signed", give(FIRST, terms(Sensitivity.PART2, TODAY.plusDays(1), null)));
        refused("consent-expired", give(FIRST, terms(Sensitivity.PART2, TODAY, TODAY.minusDays(1))));
    }

    private void refused(String reason, ConsentCommand command) {
        assertThatThrownBy(() -> state.decide(command))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private List<ConsentEvent> told(ConsentCommand command) {
        List<ConsentEvent> events = state.decide(command);
        events.forEach(event -> state = state.evolve(event));
        return events;
    }

    private static Give give(ConsentId consent, Terms terms) {
        return new Give(PATIENT, consent, terms, NORA, "drawer 3", TODAY, NOON);
    }

    private static Revoke revoke(ConsentId consent) {
        return new Revoke(PATIENT, consent, NORA, "by letter", NOON);
    }

    private static Terms terms(Sensitivity covers, LocalDate signedOn, @Nullable LocalDate expiresOn) {
        return new Terms(covers, Set.of(Purpose.TREAT), Recipient.TREATING_TEAM, null, signedOn, expiresOn);
    }
}
