package care.throughline.query.authorizations;

import care.throughline.events.authorization.AuthorizationStatus;
import care.throughline.events.authorization.Cut;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.authorization.Wait;
import care.throughline.events.directory.Specialty;
import care.throughline.query.Accesses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One authorization as it stands.
 *
 * @param patient the record for which it was asked
 * @param person the root of the person that this record belongs to now
 * @param coordinator the account that is accountable for the person, empty if nobody is
 * @param referral what it is for; null if nobody is referred
 * @param payer null once it was forgotten
 * @param since when it entered this state
 * @param waitsFor null when there is nothing to wait for
 * @param dueBy the last day on which that is in time, {@code dueBefore} the first instant that is too late
 * @param missing what the payer still wants
 * @param cut what it left out
 * @param level of the last appeal, 0 if there was none
 * @param ruling of that appeal, null while it is not decided
 * @param validFrom the first day of what was granted
 * @param number what it is called at the payer's; null if nothing was granted, or once it was forgotten
 * @param visitOn when the visit of the referral is
 * @param receipt the positions of all its events
 */
public record Authorization(
        String authorization,
        String patient,
        String person,
        @Nullable String family,
        @Nullable String given,
        String coordinator,
        @Nullable String referral,
        Specialty specialty,
        @Nullable String payer,
        Program program,
        Priority priority,
        int units,
        AuthorizationStatus status,
        Instant since,
        @Nullable Wait waitsFor,
        @Nullable LocalDate dueBy,
        @Nullable Instant dueBefore,
        @Nullable String rule,
        List<Missing> missing,
        List<Cut> cut,
        @Nullable DenialReason denial,
        int level,
        @Nullable Ruling ruling,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable Integer granted,
        @Nullable String number,
        @Nullable LocalDate visitOn,
        Instant requestedAt,
        long position,
        List<Long> receipt) {

    /** The records it speaks of. */
    List<String> records() {
        return List.of(patient, person);
    }

    /** The same authorization, without whose it is. */
    Authorization veiled() {
        return new Authorization(
                authorization,
                patient,
                person,
                Accesses.CLOSED,
                null,
                coordinator,
                referral,
                specialty,
                null,
                program,
                priority,
                units,
                status,
                since,
                waitsFor,
                dueBy,
                dueBefore,
                rule,
                missing,
                cut,
                denial,
                level,
                ruling,
                validFrom,
                validUntil,
                granted,
                null,
                visitOn,
                requestedAt,
                position,
                receipt);
    }

    /** True if what is waited for should have come. */
    public boolean isLate(Instant now) {
        return dueBefore != null && !now.isBefore(dueBefore);
    }

    /** True if the visit is booked for a day on which the approval will have run out. */
    public boolean endsBeforeVisit() {
        return waitsFor == Wait.USE && visitOn != null && validUntil != null && visitOn.isAfter(validUntil);
    }

    /** True if nothing is waited for any more. */
    public boolean isOver() {
        return waitsFor == null;
    }
}
