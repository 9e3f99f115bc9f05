package care.throughline.events.consent;

/** What a consent allows data to be used for, in codes of HL7 ActReason. */
public enum Purpose {
    /** Treatment. */
    TREAT,
    /** Payment. */
    HPAYMT,
    /** Health care operations. */
    HOPERAT
}
