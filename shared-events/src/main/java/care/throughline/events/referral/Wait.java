package care.throughline.events.referral;

/** What a referral waits for; each wait has a clock of its own in the rule pack. */
public enum Wait {
    /** The requester completes the packet and sends it. */
    SENDING,
    /** One of those asked accepts. */
    ANSWER,
    /** The requester asks somebody else, or cancels. */
    OTHER_PERFORMER,
    /** The performer schedules. */
    APPOINTMENT,
    /** The performer says whether the patient came. */
    VISIT,
    /** The performer reports back. */
    RESULT,
    /** The requester reads the result. */
    READING,
    /** The performer confirms that it is cancelled. */
    CONFIRMATION,
    /** The requester reads that a death ended it. */
    ACKNOWLEDGEMENT;

    /** True if it is the requester's turn, false if it is the performer's. */
    public boolean isOurs() {
        return switch (this) {
            case SENDING, OTHER_PERFORMER, READING, ACKNOWLEDGEMENT -> true;
            case ANSWER, APPOINTMENT, VISIT, RESULT, CONFIRMATION -> false;
        };
    }
}
