package care.throughline.events.transition;

/** How an attempt to reach the patient ended. */
public enum Outcome {
    REACHED,
    LEFT_MESSAGE,
    NO_ANSWER,
    WRONG_NUMBER,
    DECLINED
}
