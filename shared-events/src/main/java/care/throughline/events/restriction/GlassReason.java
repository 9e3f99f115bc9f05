package care.throughline.events.restriction;

/** Why somebody outside of the care relationship has to see a restricted chart. */
public enum GlassReason {
    /** Harm is near if nobody looks. */
    EMERGENCY,
    /** The person, or somebody for them, called or came. */
    PATIENT_ASKED,
    /** The accountable colleague is away. */
    COVERING,
    /** A hospital or practice asked back. */
    PROVIDER_ASKED,
    /** Anything else; the text says what. */
    OTHER
}
