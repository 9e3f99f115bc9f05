package care.throughline.command.referral;

import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.ReferralEvent.Drafted;
import care.throughline.events.referral.Urgency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, of whom, and with what.
 *
 * @param needed what must be in the packet
 * @param packet what is in it
 * @param answers how each performer stands, in the order in which they were asked
 * @param links the hash of the secure link that each performer has, if it has one
 * @param snooze off the desk, if somebody put it there
 * @param end by a death, if one ended it
 * @param asker who asks this of us; null if it is we who ask
 */
record Request(
        PatientId patient,
        Kind kind,
        Specialty specialty,
        Urgency urgency,
        Set<PacketItem> needed,
        Set<PacketItem> packet,
        Map<PerformerId, Answer> answers,
        Map<PerformerId, String> links,
        @Nullable Snooze snooze,
        End end,
        @Nullable PerformerId asker) {

    /** Whether a death ended it, and whether the coordinator has read that. */
    enum End {
        NONE,
        UNREAD,
        READ
    }

    /** What a performer said. */
    enum Answer {
        ASKED,
        ACCEPTED,
        DECLINED,
        RELEASED
    }

    static Request of(Drafted told) {
        return new Request(
                told.patient(),
                told.kind(),
                told.specialty(),
                told.urgency(),
                told.needed(),
                Set.of(),
                Map.of(),
                Map.of(),
                null,
                End.NONE,
                null);
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
        return new Request(patient, kind, specialty, urgency, needed, packet, next, links, snooze, end, asker);
    }

    Request packed(PacketItem item, boolean present) {
        Set<PacketItem> next = new HashSet<>(packet);
        if (present) {
            next.add(item);
        } else {
            next.remove(item);
        }
        return new Request(
                patient, kind, specialty, urgency, needed, Set.copyOf(next), answers, links, snooze, end, asker);
    }

    /** With this link, or without any if there is none. */
    Request linked(PerformerId performer, @Nullable String hash) {
        Map<PerformerId, String> next = new HashMap<>(links);
        if (hash == null) {
            next.remove(performer);
        } else {
            next.put(performer, hash);
        }
        return new Request(
                patient, kind, specialty, urgency, needed, packet, answers, Map.copyOf(next), snooze, end, asker);
    }

    Request snoozed(@Nullable Snooze next) {
        return new Request(patient, kind, specialty, urgency, needed, packet, answers, links, next, end, asker);
    }

    /** Asked of us, by somebody else. */
    Request askedBy(PerformerId requester) {
        return new Request(patient, kind, specialty, urgency, needed, packet, answers, links, snooze, end, requester);
    }

    Request ending(End next) {
        return new Request(patient, kind, specialty, urgency, needed, packet, answers, links, snooze, next, asker);
    }
}
