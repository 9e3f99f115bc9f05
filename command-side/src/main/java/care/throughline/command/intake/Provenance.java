package care.throughline.command.intake;

import care.throughline.command.intake.Reading.Head;
import care.throughline.events.MessageId;
import care.throughline.events.Meta;
import care.throughline.events.Sensitivity;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is kept beside every event that a message causes. */
final class Provenance {

    private Provenance() {}

    /** By whom it was told, why, from where, and as part of what. */
    static Map<String, String> of(MessageId id, Head head, String actor) {
        return Map.of(
                Meta.ACTOR,
                actor,
                Meta.ROLE,
                "INTEGRATION",
                Meta.PURPOSE,
                "TREAT",
                Meta.SOURCE,
                head.source(),
                Meta.CORRELATION,
                id.value());
    }

    /** With these labels and no others: a visit in one ward says nothing about all that its hospital tells of a person. */
    static Map<String, String> labelled(Map<String, String> metadata, Set<Sensitivity> labels) {
        Map<String, String> labelled = new HashMap<>(metadata);
        labelled.remove(Meta.LABELS);
        if (!labels.isEmpty()) {
            labelled.put(Meta.LABELS, Sensitivity.print(labels));
        }
        return labelled;
    }
}
