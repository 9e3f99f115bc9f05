package care.throughline.command.exchange;

/** What one message to a performer's system is for. */
public enum Effect {
    /** Asks it to take a referral; whose it is is a pseudonym still. */
    REQUEST,
    /** Tells it who the patient is, now that it has accepted. */
    IDENTITY,
    /** Nothing is expected of it any more. */
    WITHDRAWAL,
    /** Asks it to confirm that a referral it has accepted is cancelled. */
    CANCELLATION
}
