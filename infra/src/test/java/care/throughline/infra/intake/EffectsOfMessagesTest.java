package care.throughline.infra.intake;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.samples.Fixtures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What each message of the feed changes by itself, in the order of the file. */
@ThroughlineTest
class EffectsOfMessagesTest {

    private static final String SALT = "e+";
    private static final String AUTOMATION = "when_stays_change_then_reconcile_transitions";

    /** Our events that say the same as an effect of the truth, one for one. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("patient.Registered", "person.created"),
            Map.entry("patient.MergedInto", "person.merged"),
            Map.entry("stay.AdmissionPlanned", "stay.announced"),
            Map.entry("stay.AdmissionCancelled", "stay.cancelled"),
            Map.entry("stay.Discharged", "stay.discharged"),
            Map.entry("stay.DischargeCancelled", "stay.dischargeCancelled"),
            Map.entry("transition.Opened", "transition.opened"),
            Map.entry("transition.Voided", "transition.retracted"),
            Map.entry("transition.EndedByReadmission", "transition.ended"),
            Map.entry("transition.EndedByDeath", "transition.ended"),
            Map.entry("transition.Resumed", "transition.restored"));

    @Autowired
    private Intake intake;

    @Autowired
    private AdtReader reader;

    @Autowired
    private ReadModels readModels;

    @Autowired
    @Qualifier("readers") private DataSource readers;

    private final Truth truth = new Truth(Fixtures.found().json("expected/adt_truth.json"));

    @Test
    void each_message_has_the_effects_that_the_truth_lists_and_no_other() {
        List<String> messages = new ArrayList<>();
        for (byte[] message : new SaltedFeed(truth.truth(), SALT).inOrder()) {
            messages.add(intake.take(reader, message, "system:test").message().value());
            readModels.await(AUTOMATION);
        }
        readModels.awaitAll();

        JdbcClient db = JdbcClient.create(readers);
        Set<String> takenBack = new HashSet<>();
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            JsonNode told = truth.truth().get("messages").get(i);
            String message = told.get("index").asInt() + " " + told.get("event").asString() + ": ";
            expected.add(message + expectedOf(told));
            actual.add(
                    message + (told.hasNonNull("duplicateOf") ? List.of() : happened(db, messages.get(i), takenBack)));
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(new Known(db, SALT, truth.today()).withdrawnTransitions()).isEqualTo(truth.withdrawnTransitions());
    }

    private static List<String> expectedOf(JsonNode message) {
        List<String> effects = new ArrayList<>();
        for (JsonNode effect : message.get("effects")) {
            String kind = effect.get("kind").asString();
            if (KINDS.containsValue(kind)) {
                effects.add(
                        kind.startsWith("person")
                                ? kind
                                : kind + " " + effect.get("ref").asString());
            }
        }
        return effects.stream().sorted().toList();
    }

    /** @param takenBack the stays whose transition is taken back at the moment: to resume it is to open it again */
    private static List<String> happened(JdbcClient db, String message, Set<String> takenBack) {
        return db
                .sql("""
                        select e.name, s.facility || ':' || left(s.visit_number, -length(:salt)) as stay
                        from store.event e left join patients.stay s
                            on s.stay_id in (e.aggregate_id, replace(e.aggregate_id, 'trn_', 'stay_'))
                        where convert_from(e.metadata, 'UTF8')::jsonb ->> 'correlationId' = :message
                        order by e.position
                        """)
                .param("salt", SALT)
                .param("message", message)
                .query((row, number) -> new String[] {row.getString("name"), row.getString("stay")})
                .list()
                .stream()
                .filter(event -> KINDS.containsKey(event[0]))
                .map(event -> kind(event[0], event[1], takenBack) + (event[1] == null ? "" : " " + event[1]))
                .sorted()
                .toList();
    }

    private static String kind(String event, @Nullable String stay, Set<String> takenBack) {
        String known = String.valueOf(KINDS.get(event));
        if (stay == null) {
            return known;
        }
        if (known.equals("transition.retracted")) {
            takenBack.add(stay);
        }
        return known.equals("transition.restored") && takenBack.remove(stay) ? "transition.opened" : known;
    }
}
