package care.throughline.events.appointment;

/** In which way something does not fit. */
public enum ConflictKind {
    /** Two appointments at the same time. */
    OVERLAP,
    /** At the time of a commitment. */
    COMMITMENT,
    /** Not after the appointment that has to come before it. */
    ORDER,
    /** Too little time to get from one place to the other. */
    TIGHT,
    /** When the person said they cannot come. */
    HOURS;

    /** True if the person cannot do both, so that somebody has to move one or say why it stands. */
    public boolean isHard() {
        return switch (this) {
            case OVERLAP, COMMITMENT, ORDER -> true;
            case TIGHT, HOURS -> false;
        };
    }
}
