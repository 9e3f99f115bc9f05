package care.throughline.command.appointment;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.command.Visit;
import care.throughline.command.appointment.AppointmentCommand.AcceptConflict;
import care.throughline.command.appointment.AppointmentCommand.Book;
import care.throughline.command.appointment.AppointmentCommand.Cancel;
import care.throughline.command.appointment.AppointmentCommand.Confirm;
import care.throughline.command.appointment.AppointmentCommand.Details;
import care.throughline.command.appointment.AppointmentCommand.FollowUpMiss;
import care.throughline.command.appointment.AppointmentCommand.Move;
import care.throughline.command.appointment.AppointmentCommand.Prepare;
import care.throughline.command.appointment.AppointmentCommand.PutAfter;
import care.throughline.events.AppointmentId;
import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.Sensitivity;
import care.throughline.events.appointment.Clash;
import care.throughline.events.appointment.ConflictKind;
import care.throughline.events.appointment.Hindrance;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Purpose;
import care.throughline.events.appointment.Readiness;
import care.throughline.events.appointment.Side;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What clients send about appointments; each says which command it is. */
final class AppointmentRequests {

    private static final int USUAL_MINUTES = 30;

    private static final Pattern OTHER = Pattern.compile("(apt|cmt)_[A-Za-z0-9-]{1,80}");

    private AppointmentRequests() {}

    /** Says which command it is. */
    @FunctionalInterface
    interface Request {

        /** The command; {@code visit} is what stands elsewhere, null if the appointment's time stands here. */
        AppointmentCommand on(AppointmentId appointment, @Nullable Visit visit, Instant now);
    }

    /**
     * A wish to come somewhere.
     *
     * @param appointment an id of the client's own; without one, the same booking sent twice, or by two people, is one
     * @param keep the label under which all of it is protected, none if it is as any other data
     */
    record Booking(
            @Nullable AppointmentId appointment,
            Purpose purpose,
            Mode mode,
            Instant startsAt,
            @Nullable Integer minutes,
            @Nullable PerformerId performer,
            @Nullable FacilityCode facility,
            @Nullable String with,
            @Nullable Sensitivity keep) {

        AppointmentCommand of(PatientId patient, Instant now) {
            Details details = new Details(
                    purpose,
                    mode,
                    startsAt,
                    Objects.requireNonNullElse(minutes, USUAL_MINUTES),
                    performer,
                    facility,
                    Texts.optional(with, "Whom it is with", Texts.LINE),
                    keep == null ? Set.of() : Set.of(keep));
            return new Book(Objects.requireNonNullElseGet(appointment, () -> named(patient)), patient, details, now);
        }

        /** Always the same for the same person, purpose, place and time. */
        private AppointmentId named(PatientId patient) {
            String same =
                    String.join("|", patient.value(), purpose.name(), startsAt.toString(), performer + "|" + facility);
            UUID name = UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8));
            return new AppointmentId(AppointmentId.PREFIX + name);
        }
    }

    record Moving(Instant startsAt, @Nullable Integer minutes) implements Request {

        @Override
        public AppointmentCommand on(AppointmentId appointment, @Nullable Visit visit, Instant now) {
            return new Move(appointment, startsAt, Objects.requireNonNullElse(minutes, USUAL_MINUTES), now);
        }
    }

    record CallingOff(Side by, @Nullable String reason) implements Request {

        @Override
        public AppointmentCommand on(AppointmentId appointment, @Nullable Visit visit, Instant now) {
            return new Cancel(appointment, by, Texts.required(reason, "The reason to cancel", Texts.LINE), now);
        }
    }

    /** The time that the patient confirmed. */
    record Confirmation(Instant startsAt) implements Request {

        @Override
        public AppointmentCommand on(AppointmentId appointment, @Nullable Visit visit, Instant now) {
            return new Confirm(appointment, visit, startsAt, now);
        }
    }

    record Preparation(Need need, Readiness readiness) implements Request {

        @Override
        public AppointmentCommand on(AppointmentId appointment, @Nullable Visit visit, Instant now) {
            return new Prepare(appointment, visit, need, readiness, now);
        }
    }

    /** What has to come before it; missing if nothing has to any more. */
    record Order(@Nullable AppointmentId after) implements Request {

        @Override
        public AppointmentCommand on(AppointmentId appointment, @Nullable Visit visit, Instant now) {
            return new PutAfter(appointment, visit, after, now);
        }
    }

    /** That it stands; {@code with} is the other appointment or the commitment, missing if it is the person's hours. */
    record Acceptance(
            ConflictKind kind,
            Instant startsAt,
            @Nullable String with,
            @Nullable Instant otherStartsAt,
            @Nullable String reason)
            implements Request {

        @Override
        public AppointmentCommand on(AppointmentId appointment, @Nullable Visit visit, Instant now) {
            String why = Texts.required(reason, "The reason why it stands", Texts.LINE);
            if (with != null && !OTHER.matcher(with).matches()) {
                throw new Rejected("other-unclear", "The other side of a conflict is an appointment or a commitment.");
            }
            Clash clash = new Clash(kind, startsAt, with, otherStartsAt);
            return new AcceptConflict(appointment, visit, clash, why, now);
        }
    }

    record Snoozing(Instant until, @Nullable String reason) implements Request {

        @Override
        public AppointmentCommand on(AppointmentId appointment, @Nullable Visit visit, Instant now) {
            String why = Texts.required(reason, "The reason to wait", Texts.LINE);
            return new AppointmentCommand.Snooze(appointment, visit, until, why, now);
        }
    }

    /** What kept the patient from coming at this time. */
    record FollowUp(
            Instant startsAt,
            @Nullable Set<Hindrance> hindrances,
            @Nullable String note) implements Request {

        @Override
        public AppointmentCommand on(AppointmentId appointment, @Nullable Visit visit, Instant now) {
            return new FollowUpMiss(
                    appointment,
                    visit,
                    startsAt,
                    hindrances == null ? Set.of() : hindrances,
                    Texts.optional(note, "The note", Texts.NOTE),
                    now);
        }
    }
}
