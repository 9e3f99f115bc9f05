package care.throughline.command.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.investigation.InvestigationCommand.Discard;
import care.throughline.command.investigation.InvestigationCommand.KeepPrivate;
import care.throughline.command.investigation.InvestigationCommand.Save;
import care.throughline.command.investigation.InvestigationCommand.Share;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.investigation.InvestigationEvent;
import care.throughline.events.investigation.InvestigationEvent.InvestigationDiscarded;
import care.throughline.events.investigation.InvestigationEvent.InvestigationKeptPrivate;
import care.throughline.events.investigation.InvestigationEvent.InvestigationSaved;
import care.throughline.events.investigation.InvestigationEvent.InvestigationShared;
import care.throughline.events.investigation.InvestigationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvestigationStateTest {

    private static final Instant NOW = Instant.parse("2026-11-10T17:00:00Z");
    private static final InvestigationId WHO_LOOKED = new InvestigationId("inv_1");
    private static final PatientId ANNA = new PatientId("pat_anna");
    private static final StaffId CLEO = new StaffId("cleo.marsh");
    private static final StaffId RUTH = new StaffId("ruth.adler");
    private static final Map<String, String> FILTERS = Map.of("capability", "access");

    @Test
    void an_investigation_that_names_a_person_is_sealed_under_their_key_any_other_under_its_own() {
        assertThat(saved(ANNA).title().subject()).isEqualTo("pat_anna");
        assertThat(saved(ANNA).filters().subject()).isEqualTo("pat_anna");
        assertThat(saved(null).title().subject()).isEqualTo("inv_1");
        assertThat(saved(null).filters().value()).contains(FILTERS);
    }

    @Test
    void saving_it_again_changes_nothing() {
        assertThat(after(save(null)).decide(save(ANNA))).isEmpty();
    }

    @Test
    void without_a_filter_there_is_nothing_to_save() {
        refused(
                new InvestigationState.Unknown(),
                new Save(WHO_LOOKED, CLEO, null, "Everything", Map.of(), NOW),
                "nothing-filtered");
    }

    @Test
    void its_owner_shares_it_and_keeps_it_private_again_each_once() {
        InvestigationState mine = after(save(null));
        assertThat(mine.decide(new KeepPrivate(WHO_LOOKED, CLEO, NOW))).isEmpty();
        assertThat(mine.decide(new Share(WHO_LOOKED, CLEO, NOW)))
                .containsExactly(new InvestigationShared(WHO_LOOKED, CLEO, NOW));
        InvestigationState shared = after(save(null), new Share(WHO_LOOKED, CLEO, NOW));
        assertThat(shared.decide(new Share(WHO_LOOKED, CLEO, NOW))).isEmpty();
        assertThat(shared.decide(new KeepPrivate(WHO_LOOKED, CLEO, NOW)))
                .containsExactly(new InvestigationKeptPrivate(WHO_LOOKED, CLEO, NOW));
    }

    @Test
    void nobody_else_shares_or_discards_it() {
        for (InvestigationCommand command : List.of(
                new Share(WHO_LOOKED, RUTH, NOW),
                new KeepPrivate(WHO_LOOKED, RUTH, NOW),
                new Discard(WHO_LOOKED, RUTH, NOW))) {
            refused(after(save(null)), command, "not-yours");
        }
    }

    @Test
    void what_was_discarded_is_gone_and_discarding_it_again_changes_nothing() {
        assertThat(after(save(null)).decide(new Discard(WHO_LOOKED, CLEO, NOW)))
                .containsExactly(new InvestigationDiscarded(WHO_LOOKED, CLEO, NOW));
        InvestigationState gone = after(save(null), new Discard(WHO_LOOKED, CLEO, NOW));
        assertThat(gone.decide(new Discard(WHO_LOOKED, CLEO, NOW))).isEmpty();
        refused(gone, new Share(WHO_LOOKED, CLEO, NOW), "no-such-investigation");
        refused(new InvestigationState.Unknown(), new Discard(WHO_LOOKED, CLEO, NOW), "no-such-investigation");
    }

    private static InvestigationSaved saved(@Nullable PatientId patient) {
        return (InvestigationSaved)
                new InvestigationState.Unknown().decide(save(patient)).getFirst();
    }

    private static Save save(@Nullable PatientId patient) {
        return new Save(WHO_LOOKED, CLEO, patient, "Who looked", FILTERS, NOW);
    }

    private static InvestigationState after(InvestigationCommand... commands) {
        InvestigationState state = new InvestigationState.Unknown();
        for (InvestigationCommand command : commands) {
            for (InvestigationEvent event : state.decide(command)) {
                state = state.evolve(event);
            }
        }
        return state;
    }

    private static void refused(InvestigationState state, InvestigationCommand command, String reason) {
        assertThatThrownBy(() -> state.decide(command))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
