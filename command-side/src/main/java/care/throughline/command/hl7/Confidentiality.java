package care.throughline.command.hl7;

import care.throughline.events.Sensitivity;
import java.util.Set;

/**
 * What a message itself says about who may see it: ARV-3, the access restriction value, by HL7 table 0717 or as an ActCode.
 * The segment is of version 2.6; senders of earlier versions add it where they have to.
 */
final class Confidentiality {

    private static final Set<String> PART2 = Set.of("DRG", Sensitivity.PART2.code(), "ETH", "ETHUD", "SUD", "SUDHCC");

    private Confidentiality() {}

    /** The labels that it puts on the visits it tells of; a label is never taken off again, so what ARV-2 deletes is not read. */
    static Set<Sensitivity> labels(Segments segments) {
        return segments.each("ARV").stream().anyMatch(Confidentiality::isPart2) ? Set.of(Sensitivity.PART2) : Set.of();
    }

    private static boolean isPart2(Fields arv) {
        if (arv.get(2).equals("D")) {
            return false;
        }
        for (int repetition = 0; repetition < arv.repetitions(3); repetition++) {
            if (PART2.contains(arv.get(3, repetition, 1))) {
                return true;
            }
        }
        return false;
    }
}
