package care.throughline.infra.observability;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Rejected;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Times every command from being sent to being stored or refused, by its kind and how it ended. */
final class MeteredCommands implements Commands {

    static final String METER = "throughline.commands";

    private final Commands commands;
    private final MeterRegistry meters;

    MeteredCommands(Commands commands, MeterRegistry meters) {
        this.commands = commands;
        this.meters = meters;
    }

    @Override
    public Recorded send(Object command) {
        return timed(command, () -> commands.send(command));
    }

    @Override
    public Recorded send(Object command, Map<String, String> metadata) {
        return timed(command, () -> commands.send(command, metadata));
    }

    @Override
    public <R> R ask(Object command, Map<String, String> metadata, Class<R> answer) {
        return timed(command, () -> commands.ask(command, metadata, answer));
    }

    @Override
    public <R> Together<R> together(Supplier<R> work) {
        return commands.together(work);
    }

    private <R> R timed(Object command, Supplier<R> send) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "recorded";
        try {
            return send.get();
        } catch (RuntimeException failure) {
            outcome = outcomeOf(failure);
            throw failure;
        } finally {
            sample.stop(Timer.builder(METER)
                    .description("Commands from being sent to being stored or refused")
                    .tag("command", nameOf(command.getClass()))
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(
                            Duration.ofMillis(5),
                            Duration.ofMillis(20),
                            Duration.ofMillis(100),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(2))
                    .register(meters));
        }
    }

    private static String outcomeOf(RuntimeException failure) {
        return switch (failure) {
            case Rejected rejected -> "rejected";
            case ConcurrencyException conflict -> "conflict";
            case AggregateStreamCreationException conflict -> "conflict";
            default -> "failed";
        };
    }

    /** For example {@code TransitionCommand.Complete}. */
    private static String nameOf(Class<?> command) {
        Class<?> vocabulary = command.getEnclosingClass();
        return vocabulary == null
                ? command.getSimpleName()
                : vocabulary.getSimpleName() + "." + command.getSimpleName();
    }
}
