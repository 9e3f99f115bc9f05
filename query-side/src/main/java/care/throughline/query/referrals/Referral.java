package care.throughline.query.referrals;

import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import care.throughline.query.Accesses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One referral as it stands.
 *
 * @param patient the record for which it was made
 * @param person the root of the person that this record belongs to now
 * @param coordinator the account that is accountable for the person, empty if nobody is
 * @param since when it entered this state
 * @param waitsFor null when it is over
 * @param performer who has it; null while nobody accepted
 * @param askedBy who asks this of us, null if it is we who ask
 * @param proposedAt a time that waits to be taken
 * @param place on the performer's waitlist, as last told
 * @param noticeBy when somebody should have read that a death ended it; null if none did, or it was read
 * @param receipt the positions of all its events
 */
public record Referral(
        String referral,
        String patient,
        String person,
        @Nullable String family,
        @Nullable String given,
        @Nullable String language,
        String coordinator,
        Kind kind,
        Specialty specialty,
        Urgency urgency,
        ReferralStatus status,
        String code,
        Instant since,
        List<PacketItem> needed,
        List<PacketItem> packet,
        @Nullable Wait waitsFor,
        @Nullable LocalDate dueBy,
        @Nullable String rule,
        @Nullable String performer,
        @Nullable String performerName,
        int asked,
        @Nullable String askedBy,
        @Nullable String askedByName,
        @Nullable Instant proposedAt,
        @Nullable Instant startsAt,
        @Nullable Integer place,
        boolean resultBack,
        @Nullable Snooze snooze,
        @Nullable LocalDate noticeBy,
        Instant draftedAt,
        long position,
        List<Long> receipt) {

    /** The records it speaks of. */
    List<String> records() {
        return List.of(patient, person);
    }

    /** The same referral, without whose it is. */
    Referral veiled() {
        return new Referral(
                referral,
                patient,
                person,
                Accesses.CLOSED,
                null,
                null,
                coordinator,
                kind,
                specialty,
                urgency,
                status,
                code,
                since,
                needed,
                packet,
                waitsFor,
                dueBy,
                rule,
                performer,
                performerName,
                asked,
                askedBy,
                askedByName,
                proposedAt,
                startsAt,
                place,
                resultBack,
                snooze == null ? null : new Snooze(snooze.until(), ""),
                noticeBy,
                draftedAt,
                position,
                receipt);
    }

    /** True if what is waited for should have come before today. */
    public boolean isStuck(LocalDate today) {
        return dueBy != null && dueBy.isBefore(today);
    }

    /** For how many days it has been in this state. */
    public long age(LocalDate today, ZoneId zone) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(since, zone), today);
    }

    /** True if somebody else asks this of us: then it is our turn until we are done. */
    public boolean isAskedOfUs() {
        return askedBy != null;
    }

    public boolean isOver() {
        return status.isOver();
    }

    /** Whom it was offered to and what came of it; {@code reason} is a code, {@code linkUntil} how long its secure page works. */
    public record Candidate(
            String performer,
            String name,
            String phone,
            String answer,
            Capacity capacity,
            Instant offeredAt,
            @Nullable Instant answeredAt,
            @Nullable String reason,
            @Nullable Instant linkUntil) {}

    /** Off the desk until then. */
    public record Snooze(Instant until, String reason) {}

    /** A place on a waitlist, and when it was told. */
    public record Place(int place, Instant toldAt) {}
}
