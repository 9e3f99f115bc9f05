package care.throughline.events.appointment;

/** Who called an appointment off. */
public enum Side {
    PATIENT,
    PROVIDER,
    /** We did: it is not wanted any more, or was a mistake. */
    US
}
