package care.throughline.infra.axon;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Rejected;
import care.throughline.events.Meta;
import care.throughline.infra.actor.CurrentActor;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Sends commands over Axon's bus, each in a unit of work of its own, and answers when their events are stored. */
final class CommandsOverBus implements Commands {

    private final CommandBus bus;
    private final LongSupplier head;
    private final CurrentActor actor;

    /**
     * @param head the position of the last event known to be stored; at least the command's own when it has returned
     */
    CommandsOverBus(CommandBus bus, LongSupplier head, CurrentActor actor) {
        this.bus = bus;
        this.head = head;
        this.actor = actor;
    }

    @Override
    public Recorded send(Object command) {
        return send(command, actor.metadata());
    }

    @Override
    public Recorded send(Object command, Map<String, String> metadata) {
        dispatch(command, metadata);
        return new Recorded(head.getAsLong());
    }

    @Override
    public <R> R ask(Object command, Map<String, String> metadata, Class<R> answer) {
        return Objects.requireNonNull(
                answer.cast(dispatch(command, metadata)), "the command's handler answered nothing");
    }

    @Override
    public <R> Together<R> together(Supplier<R> work) {
        return new Together<>(JointWork.isUnderWay() ? work.get() : jointly(work), new Recorded(head.getAsLong()));
    }

    private static <R> R jointly(Supplier<R> work) {
        Message<?> cause = handled();
        return outsideOfAnyUnitOfWork(() -> Patience.tryUntilNobodyElseWasFaster(() -> JointWork.run(cause, work)));
    }

    private @Nullable Object dispatch(Object command, Map<String, String> metadata) {
        Map<String, String> complete = withCause(metadata);
        return JointWork.isUnderWay()
                ? once(command, complete)
                : outsideOfAnyUnitOfWork(() -> Patience.tryUntilNobodyElseWasFaster(() -> once(command, complete)));
    }

    private @Nullable Object once(Object command, Map<String, String> metadata) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(metadata);
        bus.dispatch(message, callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional()) {
            throw asRuntime(result.exceptionResult());
        }
        return result.getPayload();
    }

    static RuntimeException asRuntime(Throwable failure) {
        if (failure instanceof CommandExecutionException remote
                && remote.getDetails().orElse(null) instanceof Refusal refusal) {
            return new Rejected(refusal.reason(), refusal.sentence());
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    /** A command caused by an event says so; what comes of it can then be followed back. */
    private static Map<String, String> withCause(Map<String, String> metadata) {
        Map<String, String> complete = new HashMap<>(metadata);
        if (handled() instanceof EventMessage<?> event) {
            complete.putIfAbsent(Meta.CAUSATION, event.getIdentifier());
            Object started = event.getMetaData().getOrDefault(Meta.CORRELATION, event.getIdentifier());
            complete.putIfAbsent(Meta.CORRELATION, String.valueOf(started));
        }
        return complete;
    }

    private static @Nullable Message<?> handled() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getMessage() : null;
    }

    /** An automation sends from within a batch of events, but its command is stored now, not when that batch commits. */
    private static <T extends @Nullable Object> T outsideOfAnyUnitOfWork(Supplier<T> work) {
        if (!CurrentUnitOfWork.isStarted()) {
            return work.get();
        }
        UnitOfWork<?> outer = CurrentUnitOfWork.get();
        CurrentUnitOfWork.clear(outer);
        try {
            return work.get();
        } finally {
            CurrentUnitOfWork.set(outer);
        }
    }
}
