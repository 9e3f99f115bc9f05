package care.throughline.infra.intake;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Answered;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.samples.Fixtures;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feed goes in, in many orders and every message twice; the truth must come out of the read models. */
@ThroughlineTest
@Order(Integer.MAX_VALUE) // leaves tens of thousands of events behind
class FeedInFeedOutTest {

    @Autowired
    private Intake intake;

    @Autowired
    private AdtReader reader;

    @Autowired
    private MllpServer server;

    @Autowired
    private ReadModels readModels;

    @Autowired
    @Qualifier("readers") private DataSource readers;

    private final Truth truth = new Truth(Fixtures.found().json("expected/adt_truth.json"));

    @Test
    void in_the_order_of_the_file_over_the_wire_every_message_is_acknowledged_and_the_truth_is_known()
            throws IOException {
        try (MllpSender sender = new MllpSender(server.port())) {
            for (byte[] message : feed("w").inOrder()) {
                assertThat(MllpSender.code(sender.send(message))).isEqualTo("AA");
            }
        }
        assertTruth("w");
    }

    @Test
    void repeats_are_recognised_and_change_nothing() {
        List<byte[]> messages = feed("t").inOrder();
        for (int i = 0; i < messages.size(); i++) {
            assertThat(take(messages.get(i)) instanceof Answered.Repeated)
                    .as("message %s", i + 1)
                    .isEqualTo(truth.repeats().get(i));
            assertThat(take(messages.get(i))).isInstanceOf(Answered.Repeated.class);
        }
        assertTruth("t");
    }

    @Test
    void in_reverse_order_the_truth_is_the_same() {
        feed("r").reversed().forEach(this::takeTwice);
        assertTruth("r");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void in_any_order_the_truth_is_the_same(long seed) {
        feed("s" + seed + "x").shuffled(seed).forEach(this::takeTwice);
        assertTruth("s" + seed + "x");
    }

    private void assertTruth(String salt) {
        readModels.awaitAll();
        Known known = new Known(JdbcClient.create(readers), salt, truth.today());
        SoftAssertions.assertSoftly(softly -> {
            compare(softly, "persons", known.persons(), truth.persons());
            compare(softly, "demographics", known.demographics(), truth.demographics());
            compare(softly, "stays", known.stays(), truth.stays());
            compare(softly, "transitions", known.transitions(), truth.transitions());
            compare(softly, "readmissions", known.readmissions(), truth.readmissions());
            softly.assertThat(known.worklist()).as("worklist").isEqualTo(truth.worklist());
            softly.assertThat(known.metrics()).as("metrics").isEqualTo(truth.metrics());
            softly.assertThat(known.indexDischarges())
                    .as("who moved on to another hospital was not discharged by the first")
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(truth.transfers());
        });
    }

    private static void compare(SoftAssertions softly, String what, Set<String> known, Set<String> expected) {
        softly.assertThat(difference(expected, known)).as("missing " + what).isEmpty();
        softly.assertThat(difference(known, expected)).as("unexpected " + what).isEmpty();
    }

    private static Set<String> difference(Set<String> these, Set<String> without) {
        Set<String> left = new TreeSet<>(these);
        left.removeAll(without);
        return left;
    }

    private void takeTwice(byte[] message) {
        assertThat(take(message).refusal()).isEmpty();
        assertThat(take(message)).isInstanceOf(Answered.Repeated.class);
    }

    private Answered take(byte[] message) {
        return intake.take(reader, message, "system:test");
    }

    /** The salt ends in no hexadecimal digit, so that no number that other tests left behind looks salted. */
    private SaltedFeed feed(String salt) {
        return new SaltedFeed(truth.truth(), salt);
    }
}
