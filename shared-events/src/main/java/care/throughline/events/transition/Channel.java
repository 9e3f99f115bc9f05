package care.throughline.events.transition;

/** The way somebody was contacted. */
public enum Channel {
    PHONE,
    VIDEO,
    TEXT,
    EMAIL,
    IN_PERSON,
    LETTER,
    /** An automated dialogue: never counts as a contact between people. */
    CHATBOT
}
