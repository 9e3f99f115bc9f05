package care.throughline.query.calendar;

import care.throughline.events.appointment.ConflictKind;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Purpose;
import care.throughline.events.appointment.Readiness;
import care.throughline.events.directory.Specialty;
import care.throughline.query.Accesses;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One appointment as it stands.
 *
 * @param source the referral or transition in which its time stands, or the appointment itself
 * @param patient the record for which it was made
 * @param person the root of the person that this record belongs to now
 * @param coordinator the account that is accountable for the person, empty if nobody is
 * @param with whom it is with, in words, empty if nobody wrote any
 * @param confirmed whether the patient said that they will come at this time
 * @param after the appointment that has to come before it
 * @param followedUp whether somebody asked why the patient did not come
 * @param receipt the positions of all its events
 */
public record Booking(
        String appointment,
        String source,
        String patient,
        String person,
        @Nullable String family,
        @Nullable String given,
        @Nullable String language,
        boolean deceased,
        String coordinator,
        Purpose purpose,
        Mode mode,
        @Nullable Specialty specialty,
        @Nullable String performer,
        @Nullable String performerName,
        @Nullable String facility,
        String with,
        Instant startsAt,
        Instant endsAt,
        Stage stage,
        boolean confirmed,
        Map<Need, Readiness> needs,
        @Nullable String after,
        boolean followedUp,
        List<Conflict> conflicts,
        long position,
        List<Long> receipt) {

    /**
     * Something that does not fit.
     *
     * @param appointment whose it is: of two appointments, the one that was put there last
     * @param with the other appointment or the commitment, null of the person's hours
     * @param words what that is, empty of hours
     * @param hard whether somebody has to move one or say why it stands
     * @param accepted why it stands, null if nobody said so
     */
    public record Conflict(
            String appointment,
            ConflictKind kind,
            @Nullable String with,
            String words,
            Instant startsAt,
            @Nullable Instant otherStartsAt,
            boolean hard,
            @Nullable String accepted) {

        /** True if somebody still has to decide. */
        public boolean isOpen() {
            return hard && accepted == null;
        }
    }

    /** The records it speaks of. */
    List<String> records() {
        return List.of(patient, person);
    }

    /** The same appointment, without whose it is and where. */
    Booking veiled() {
        return new Booking(
                appointment,
                source,
                patient,
                person,
                Accesses.CLOSED,
                null,
                null,
                deceased,
                coordinator,
                purpose,
                mode,
                null,
                null,
                null,
                null,
                "",
                startsAt,
                endsAt,
                stage,
                confirmed,
                Map.of(),
                null,
                followedUp,
                List.of(),
                position,
                receipt);
    }

    /** With what does not fit. */
    Booking clashing(List<Conflict> found) {
        return new Booking(
                appointment,
                source,
                patient,
                person,
                family,
                given,
                language,
                deceased,
                coordinator,
                purpose,
                mode,
                specialty,
                performer,
                performerName,
                facility,
                with,
                startsAt,
                endsAt,
                stage,
                confirmed,
                needs,
                after,
                followedUp,
                found,
                position,
                receipt);
    }

    /** True if its time stands here, so that it is moved, cancelled and reported here. */
    public boolean isOurs() {
        return source.equals(appointment);
    }

    public boolean isBooked() {
        return stage == Stage.BOOKED;
    }

    public boolean clashes() {
        return conflicts.stream().anyMatch(Conflict::isOpen);
    }
}
