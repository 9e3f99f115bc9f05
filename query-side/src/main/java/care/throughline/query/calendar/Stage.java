package care.throughline.query.calendar;

/** How an appointment stands. */
public enum Stage {
    BOOKED,
    KEPT,
    MISSED,
    CANCELLED,
    /** Nobody expects it any more: the transition it belongs to is over. */
    VOID
}
