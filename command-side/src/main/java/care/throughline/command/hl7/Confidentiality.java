package care.throughline.command.hl7;

import care.throughline.events.Sensitivity;
import java.util.Locale;
import java.util.Set;

/**
 * What a message itself says about who may see it: ARV-3, the access restriction value, by HL7 table 0717 or as an ActCode,
 * a segment of version 2.6 that senders of earlier versions add where they have to; and the older fields that protect a
 * person (PD1-12), who is known to everybody (PV1-16), or a visit (PV2-22).
 */
final class Confidentiality {

    private static final Set<String> PART2 = Set.of("DRG", Sensitivity.PART2.code(), "ETH", "ETHUD", "SUD", "SUDHCC");

    /** PV1-16 is a table of the sender's own (0099); these are how one says in it that somebody is no such person. */
    private static final Set<String> NOBODY_SPECIAL = Set.of("", Fields.DELETE, "N", "NO", "0");

    private Confidentiality() {}

    /**
     * Whether it protects the person: a chart is closed as a whole, so also where the sender speaks of one visit. N, empty
     * and two quotes say nothing, because what is closed is opened by people alone. A merge is told of the numbers, not of this.
     */
    static boolean guards(Segments segments) {
        return segments.first("PD1").get(12).equals("Y")
                || !NOBODY_SPECIAL.contains(segments.first("PV1").get(16).toUpperCase(Locale.ROOT))
                || segments.first("PV2").get(22).equals("Y")
                || segments.each("ARV").stream().anyMatch(arv -> says(arv, Set.of("VIP")));
    }

    /** The labels that it puts on the visits it tells of; a label is never taken off again, so what ARV-2 deletes is not read. */
    static Set<Sensitivity> labels(Segments segments) {
        boolean part2 = segments.each("ARV").stream().anyMatch(arv -> says(arv, PART2));
        return part2 ? Set.of(Sensitivity.PART2) : Set.of();
    }

    private static boolean says(Fields arv, Set<String> codes) {
        if (arv.get(2).equals("D")) {
            return false;
        }
        for (int repetition = 0; repetition < arv.repetitions(3); repetition++) {
            if (codes.contains(arv.get(3, repetition, 1))) {
                return true;
            }
        }
        return false;
    }
}
