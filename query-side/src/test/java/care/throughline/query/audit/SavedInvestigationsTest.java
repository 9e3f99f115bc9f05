package care.throughline.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.investigation.InvestigationEvent.InvestigationDiscarded;
import care.throughline.events.investigation.InvestigationEvent.InvestigationKeptPrivate;
import care.throughline.events.investigation.InvestigationEvent.InvestigationSaved;
import care.throughline.events.investigation.InvestigationEvent.InvestigationShared;
import care.throughline.events.investigation.InvestigationId;
import care.throughline.query.ReadModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SavedInvestigationsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T17:00:00Z");
    private static final StaffId CLEO = new StaffId("cleo.marsh");
    private static final PatientId ANA = new PatientId("pat_ana");

    private final ReadModel model = ReadModel.of(Investigations::new);
    private final List<String> told = new ArrayList<>();
    private final SavedInvestigations saved = new SavedInvestigations(model.db(), told::addAll);

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void ones_own_come_first_and_others_only_when_they_are_shared() {
        model.told(saved("inv_1"), saved("inv_2"), new InvestigationShared(new InvestigationId("inv_1"), CLEO, NOON));

        assertThat(saved.visibleTo("cleo.marsh"))
                .extracting(Saved::investigation)
                .containsExactly("inv_2", "inv_1");
        assertThat(saved.visibleTo("ruth.adler"))
                .extracting(Saved::investigation)
                .containsExactly("inv_1");

        model.told(new InvestigationKeptPrivate(new InvestigationId("inv_1"), CLEO, NOON));

        assertThat(saved.visibleTo("ruth.adler")).isEmpty();
    }

    @Test
    void it_opens_as_the_question_that_it_was_and_showing_it_is_an_access_to_whom_it_names() {
        model.told(saved("inv_1"));

        assertThat(saved.visibleTo("cleo.marsh").getFirst().address())
                .isEqualTo("/audit?patient=pat_ana&recordedFrom=2026-11-01T09%3A00&role=COORDINATOR");
        assertThat(told).containsExactly("pat_ana");
    }

    @Test
    void what_was_discarded_or_can_no_longer_be_read_is_on_no_list() {
        model.told(
                saved("inv_1"),
                new InvestigationDiscarded(new InvestigationId("inv_1"), CLEO, NOON),
                new InvestigationSaved(
                        new InvestigationId("inv_2"),
                        CLEO,
                        ANA,
                        Personal.forgotten("pat_ana"),
                        Personal.forgotten("pat_ana"),
                        NOON));

        assertThat(saved.visibleTo("cleo.marsh")).isEmpty();
    }

    private static InvestigationSaved saved(String id) {
        return new InvestigationSaved(
                new InvestigationId(id),
                CLEO,
                ANA,
                Personal.of(ANA, "Who looked"),
                Personal.of(
                        ANA, Map.of("patient", "pat_ana", "role", "COORDINATOR", "recordedFrom", "2026-11-01T09:00")),
                NOON);
    }
}
