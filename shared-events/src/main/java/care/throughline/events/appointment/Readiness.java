package care.throughline.events.appointment;

/** How it stands with a need of one appointment. */
public enum Readiness {
    /** Needed, and nobody has asked for it yet; also when it fell through. */
    NEEDED,
    ASKED,
    /** There for this time; an appointment that is moved needs it anew. */
    ARRANGED,
    NOT_NEEDED;

    /** True if nothing is left to do about it. */
    public boolean isSettled() {
        return switch (this) {
            case ARRANGED, NOT_NEEDED -> true;
            case NEEDED, ASKED -> false;
        };
    }
}
