package care.throughline.infra.browser;

import care.throughline.infra.testing.ThroughlineTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A {@link ThroughlineTest} in a browser; all of them share an application that no other test talks to. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ThroughlineTest
@TestPropertySource(properties = "throughline.under-test=pages")
@interface PagesTest {}
