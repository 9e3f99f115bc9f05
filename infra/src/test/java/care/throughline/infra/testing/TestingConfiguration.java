package care.throughline.infra.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What a test of the whole application may take hold of. */
@TestConfiguration(proxyBeanMethods = false)
class TestingConfiguration {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
