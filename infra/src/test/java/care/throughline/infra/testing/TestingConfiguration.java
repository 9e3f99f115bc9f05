package care.throughline.infra.testing;

import care.throughline.command.BlindIndex;
import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.query.Operations;
import care.throughline.query.Progress;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a test of the whole application may take hold of. */
@TestConfiguration(proxyBeanMethods = false)
class TestingConfiguration {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    ReadModels readModels(
            Operations operations, Progress progress, @Qualifier("storeHead") LongSupplier head, JdbcClient db) {
        return new ReadModels(operations, progress, head, db);
    }

    @Bean
    Discharges discharges(AdtReader reader, Intake intake, BlindIndex index, ReadModels readModels) {
        return new Discharges(reader, intake, index, readModels);
    }
}
