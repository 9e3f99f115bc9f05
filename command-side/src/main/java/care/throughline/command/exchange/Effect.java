package care.throughline.command.exchange;

/** What one message to another's system is for. */
public enum Effect {
    /** Asks it to take a referral; whose it is is a pseudonym still. */
    REQUEST,
    /** Tells it who the patient is, now that it has accepted. */
    IDENTITY,
    /** Nothing is expected of it any more. */
    WITHDRAWAL,
    /** Asks it to confirm that a referral it has accepted is cancelled. */
    CANCELLATION,
    /** It asked us, and we accept. */
    WE_ACCEPT,
    WE_DECLINE,
    /** There is an appointment with us. */
    WE_SCHEDULE,
    /** That appointment was moved. */
    WE_MOVE,
    /** The patient did not come to us. */
    WE_MISSED,
    /** We cancelled the appointment. */
    WE_CALL_OFF,
    WE_HAVE_SEEN,
    /** What came of it. */
    WE_REPORT,
    /** It asked us to cancel, or it cannot be any more: it is cancelled. */
    WE_CONFIRM
}
