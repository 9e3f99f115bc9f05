package care.throughline.infra.browser;

import care.throughline.infra.testing.ThroughlineTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A {@link ThroughlineTest} in a browser; they share the second application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ThroughlineTest
@TestPropertySource(properties = ThroughlineTest.SECOND)
@interface PagesTest {}
