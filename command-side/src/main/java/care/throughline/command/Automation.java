package care.throughline.command;

/**
 * Reacts to events with commands, by methods annotated {@code @EventHandler}. Each runs in a processor of its own, one
 * event after the other in the order of the store. An event may come again, after a crash or a rewind: the commands must be
 * harmless then, and nothing may leave the system but by way of the outbox.
 */
public interface Automation {

    /** Its name, also that of its processor: lower case letters and underscores, for example {@code when_discharged_then_open}. */
    String name();

    /** Whether, when it first runs on a store with a history, it starts with what happens from then on. */
    default boolean onlyNewEvents() {
        return false;
    }
}
