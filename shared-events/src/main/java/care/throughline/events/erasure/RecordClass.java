package care.throughline.events.erasure;

/** What the retention schedule tells apart. */
public enum RecordClass {
    /** All that is known of a person, counted from the last thing that happened. */
    PERSON,
    /** The text of an inbound message as received, counted from its arrival. */
    MESSAGE,
    /** The text of a message that was never applied, so that nobody knows whom it tells of. */
    MESSAGE_ASIDE,
    /** The file on an erasure with its certificate, counted from the certificate. */
    ERASURE_FILE
}
