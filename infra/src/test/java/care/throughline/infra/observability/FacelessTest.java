package care.throughline.infra.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

class FacelessTest {

    private final Exception failure =
            new IllegalStateException("no row for Ramirez", new IllegalArgumentException("Ramirez?"));

    @Test
    void structured_logs_say_what_failed_and_where_but_no_message() {
        assertThat(new FacelessStackTraces().printStackTraceToString(failure))
                .contains(
                        "java.lang.IllegalStateException",
                        "caused by java.lang.IllegalArgumentException",
                        "FacelessTest")
                .doesNotContain("Ramirez");
    }

    @Test
    void so_does_the_console() {
        var logger = new LoggerContext().getLogger("test");
        var event = new LoggingEvent("test", logger, Level.ERROR, "a request failed", failure, null);
        assertThat(new FacelessThrowables().convert(event))
                .contains(
                        "java.lang.IllegalStateException",
                        "caused by java.lang.IllegalArgumentException",
                        "FacelessTest")
                .doesNotContain("Ramirez");
    }
}
