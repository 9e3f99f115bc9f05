package care.throughline.infra.erasure;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** All that is logged while it listens, at the level at which the application logs. */
final class Logged {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    void listen() {
        heard.start();
        root.addAppender(heard);
    }

    void stop() {
        root.detachAppender(heard);
    }

    /** Messages, keys and values; throwables are printed without their messages, see the tests of logging. */
    String everything() {
        return List.copyOf(heard.list).stream()
                .map(event -> event.getLoggerName() + " " + event.getFormattedMessage() + " "
                        + event.getMDCPropertyMap() + " " + event.getKeyValuePairs())
                .collect(Collectors.joining("\n"));
    }
}
