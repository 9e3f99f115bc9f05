package care.throughline.events.directory;

/** Whether a performer has room for one more; the four answers that Gravity's capacity status knows. */
public enum Capacity {
    /** Gravity: {@code capacity}. */
    OPEN,
    /** Decides after an assessment of its own; Gravity: {@code additional-assessment-required}. */
    ASSESSMENT_FIRST,
    /** No room now, but keeps a list; Gravity: {@code waitlist}. */
    WAITLIST,
    /** Gravity: {@code no-capacity}. */
    NONE
}
