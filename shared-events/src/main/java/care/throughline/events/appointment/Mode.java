package care.throughline.events.appointment;

/** How patient and provider meet. */
public enum Mode {
    IN_PERSON,
    VIDEO,
    PHONE,
    /** Somebody comes to the patient. */
    AT_HOME;

    /** True if the patient has to be somewhere. */
    public boolean isAway() {
        return this == IN_PERSON;
    }
}
