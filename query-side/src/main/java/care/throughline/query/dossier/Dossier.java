package care.throughline.query.dossier;

import care.throughline.query.authorizations.Authorization;
import care.throughline.query.timeline.Moments.Moment;
import java.time.Instant;
import java.util.List;

/**
 * The evidence for a payer: what is in the record, in the order in which it happened; nothing in it was typed for it.
 *
 * @param name of the patient
 * @param position of the last event that it could hold
 * @param chapters those that have something to tell
 */
public record Dossier(Authorization authorization, String name, Instant madeAt, long position, List<Chapter> chapters) {

    /** Facts of one kind, the first first. */
    public record Chapter(String title, List<Moment> facts) {}

    public int facts() {
        return chapters.stream().mapToInt(chapter -> chapter.facts().size()).sum();
    }
}
