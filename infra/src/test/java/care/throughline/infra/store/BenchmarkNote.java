package care.throughline.infra.store;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The aggregate of the benchmark: each command tells one event of 522 bytes. */
final class BenchmarkNote {

    private static final String TEXT =
            "x".repeat(522 - "{\"id\":\"12345678-1234-1234-1234-123456789012\",\"text\":\"\"}".length());

    @AggregateIdentifier
    private @Nullable String id;

    /** Opens a note. */
    record Open(@TargetAggregateIdentifier String id) {}

    /** Adds to a note. */
    record Add(@TargetAggregateIdentifier String id) {}

    /** Something was added; 522 bytes as JSON when the id is a UUID. */
    record Added(String id, String text) {

        static Added to(String id) {
            return new Added(id, TEXT);
        }
    }

    BenchmarkNote() {}

    @CommandHandler
    BenchmarkNote(Open command) {
        apply(Added.to(command.id()));
    }

    @CommandHandler
    void handle(@SuppressWarnings("unused") Add command) {
        apply(Added.to(Objects.requireNonNull(id)));
    }

    @EventSourcingHandler
    void on(Added event) {
        id = event.id();
    }
}
