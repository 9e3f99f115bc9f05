package care.throughline.query.segments;

import care.throughline.events.Sensitivity;
import java.util.List;

/**
 * Labelled data of one record, and how a viewer stands to it.
 *
 * @param owner its key, see {@link care.throughline.query.Sealed}
 * @param consents in force, of the whole person, for the viewer's purpose and with the viewer as recipient
 * @param related accountable for the person, or asked to take over
 * @param own the viewer wrote it
 * @param emergency the viewer broke the glass for harm that is near, and it is open
 */
public record Owner(
        String owner, Sensitivity label, List<Scope> consents, boolean related, boolean own, boolean emergency) {

    /** A consent, and what it says in words. */
    public record Scope(String consent, String words) {}
}
