package care.throughline.events.appointment;

/** What a patient may need to get something out of an appointment. */
public enum Need {
    INTERPRETER,
    RIDE,
    /** A device, a connection and an account that work; tried once before. */
    TELEHEALTH
}
