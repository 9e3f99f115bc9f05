package care.throughline.events;

/** The names under which every event's metadata says who did it, as what, why, and because of what. */
public final class Meta {

    /** Who: a staff account, a client id, or {@code system:} and the automation's or channel's name. */
    public static final String ACTOR = "actor";

    /** The role in which they acted. */
    public static final String ROLE = "role";

    /** The purpose of use, for example {@code TREAT} or {@code HOPERAT}. */
    public static final String PURPOSE = "purpose";

    /** What started it all: the inbound message id or the request id. */
    public static final String CORRELATION = "correlationId";

    /** What caused it directly: the event id or command id before it. */
    public static final String CAUSATION = "causationId";

    /** Where it came from: {@code hl7:RVBND}, {@code fhir:name}, {@code desk}, {@code api}, {@code automation:Name}. */
    public static final String SOURCE = "source";

    /** Its {@link Sensitivity} labels as {@link Sensitivity#print} writes them; absent if it has none. */
    public static final String LABELS = "labels";

    /** With the record that somebody was shown labelled data: the consents it rested on, by their ids. */
    public static final String CONSENTS = "consents";

    /** With the record that somebody was shown labelled data: the notice that went with it, word for word. */
    public static final String NOTICE = "notice";

    private Meta() {}
}
