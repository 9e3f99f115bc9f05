package care.throughline.events.authorization;

/** What a payer left out of what it was asked for. */
public enum Cut {
    FEWER_UNITS,
    SHORTER_TIME,
    /** Less than was asked: another setting, another service. */
    LESSER_SERVICE
}
