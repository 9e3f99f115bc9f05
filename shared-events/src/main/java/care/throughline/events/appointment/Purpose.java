package care.throughline.events.appointment;

/** What an appointment is for. */
public enum Purpose {
    VISIT,
    LAB,
    IMAGING,
    PROCEDURE,
    THERAPY,
    /** Help with a social need: an interview, an application, a delivery. */
    SUPPORT
}
