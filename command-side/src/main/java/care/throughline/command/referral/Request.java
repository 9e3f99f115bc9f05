package care.throughline.command.referral;

import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.ReferralEvent.Drafted;
import care.throughline.events.referral.Urgency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked, of whom, and with what.
 *
 * @param needed what must be in the packet
 * @param packet what is in it
 * @param answers how each performer stands, in the order in which they were asked
 */
record Request(
        PatientId patient,
        Kind kind,
        Specialty specialty,
        Urgency urgency,
        Set<PacketItem> needed,
        Set<PacketItem> packet,
        Map<PerformerId, Answer> answers) {

    /** What a performer said. */
    enum Answer {
        ASKED,
        ACCEPTED,
        DECLINED,
        RELEASED
    }

    static Request of(Drafted told) {
        return new Request(
                told.patient(), told.kind(), told.specialty(), told.urgency(), told.needed(), Set.of(), Map.of());
    }

    /** Those who were asked and have not answered. */
    List<PerformerId> asked() {
        return answers.entrySet().stream()
                .filter(one -> one.getValue() == Answer.ASKED)
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean is(PerformerId performer, Answer answer) {
        return answers.get(performer) == answer;
    }

    Set<PacketItem> missing() {
        Set<PacketItem> missing = new HashSet<>(needed);
        missing.removeAll(packet);
        return missing;
    }

    Request answered(PerformerId performer, Answer answer) {
        Map<PerformerId, Answer> next = new LinkedHashMap<>(answers);
        next.put(performer, answer);
        return new Request(patient, kind, specialty, urgency, needed, packet, next);
    }

    Request packed(PacketItem item, boolean present) {
        Set<PacketItem> next = new HashSet<>(packet);
        if (present) {
            next.add(item);
        } else {
            next.remove(item);
        }
        return new Request(patient, kind, specialty, urgency, needed, Set.copyOf(next), answers);
    }
}
