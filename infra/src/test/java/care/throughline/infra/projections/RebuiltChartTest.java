package care.throughline.infra.projections;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.samples.Fixtures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Beside the pages, whose application has the shorter chain of classes. */
@ThroughlineTest
@TestPropertySource(properties = ThroughlineTest.SECOND)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuiltChartTest {

    @Autowired
    private AdtReader reader;

    @Autowired
    private Intake intake;

    @Autowired
    private ReadModels readModels;

    @BeforeAll
    void take_the_feed() {
        Fixtures.found().feed().forEach(message -> intake.take(reader, message, "system:mllp"));
        readModels.awaitAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"patients", "timeline", "intake_log", "audit", "measures", "overnight", "desk", "calendar"})
    void after_the_feed_a_rebuilt_read_model_equals_the_live_one(String projection) {
        readModels.assertRebuiltEqualsLive(projection);
    }
}
