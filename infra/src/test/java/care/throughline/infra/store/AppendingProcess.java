package care.throughline.infra.store;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process to be killed: appends as fast as it is let and prints each answer, one a line, after it was given: {@code
 * stored <position> <event>}, {@code refused <event>} or {@code unknown <event>}. Ends when its input does.
 */
final class AppendingProcess {

    private static final int CLIENTS = 8;

    private final Appender appender;
    private final PrintStream out;

    private AppendingProcess(Appender appender, PrintStream out) {
        this.appender = appender;
        this.out = out;
    }

    public static void main(String[] url) throws IOException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url[0]);
        dataSource.setOptions("-c role=throughline_app");
        Appender appender = new Appender(dataSource, position -> {}, Duration.ofSeconds(10), StoreNode.METERS);
        AppendingProcess process = new AppendingProcess(appender, System.out);
        for (int client = 0; client < CLIENTS; client++) {
            Thread.ofPlatform().daemon().start(process::appendForEver);
        }
        while (System.in.read() >= 0) {
            // until whoever started this is gone
        }
    }

    private void appendForEver() {
        while (true) {
            String aggregate = UUID.randomUUID().toString();
            int sequence = 0;
            while (append(Told.event(aggregate, sequence))) {
                sequence++;
            }
        }
    }

    private boolean append(NewEvent event) {
        try {
            long position = appender.append(List.of(event));
            out.println("stored " + position + " " + event.id());
            return true;
        } catch (OutcomeUnknown e) {
            out.println("unknown " + event.id());
        } catch (EventStoreException e) {
            out.println("refused " + event.id());
        }
        return false;
    }
}
