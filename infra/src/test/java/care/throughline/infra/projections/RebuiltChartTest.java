package care.throughline.infra.projections;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.samples.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ThroughlineTest
class RebuiltChartTest {

    @Autowired
    private AdtReader reader;

    @Autowired
    private Intake intake;

    @Autowired
    private ReadModels readModels;

    @ParameterizedTest
    @ValueSource(strings = {"patients", "timeline", "intake_log", "audit", "measures", "overnight", "desk", "calendar"})
    void after_the_feed_a_rebuilt_read_model_equals_the_live_one(String projection) {
        Fixtures.found().feed().forEach(message -> intake.take(reader, message, "system:mllp"));
        readModels.awaitAll();

        readModels.assertRebuiltEqualsLive(projection);
    }
}
