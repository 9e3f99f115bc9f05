package care.throughline.infra.testing;

import care.throughline.infra.Throughline;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application, on a real database and a random port. All such tests share one running application: it
 * knows what earlier tests told, so each test tells of people and stays of its own. Every test begins on the same morning, and the
 * clock stands still until the test moves it, see {@link TestClock}; {@link ReadModels} waits until every read model has caught up.
 * Test classes run beside each other, except those that share an application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Throughline.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ThroughlineOnTestDatabase.class)
@Import(TestingConfiguration.class)
@ResourceLock(providers = OneApplicationAtATime.class)
@ExtendWith({StoppedInOrder.class, ClockStandsStill.class})
public @interface ThroughlineTest {

    /** As a {@code TestPropertySource}: shares the second application, which those in a browser use, so two chains run beside each other. */
    String SECOND = "throughline.under-test=pages";
}
