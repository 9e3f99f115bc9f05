package care.throughline.events.round;

/** What is done with each line of a round. */
public enum RoundAct {
    /** Whoever does it becomes accountable where nobody is. */
    TAKE,
    /** A supervisor makes somebody accountable. */
    ASSIGN,
    /** Off the desk until a time, with a reason. */
    SNOOZE
}
