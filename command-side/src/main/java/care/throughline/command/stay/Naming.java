package care.throughline.command.stay;

import care.throughline.events.StayId;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayEvent.AdmissionCancelled;
import care.throughline.events.stay.StayEvent.AdmissionPlanned;
import care.throughline.events.stay.StayEvent.Admitted;
import care.throughline.events.stay.StayEvent.ClassChanged;
import care.throughline.events.stay.StayEvent.Corrected;
import care.throughline.events.stay.StayEvent.DischargeCancelled;
import care.throughline.events.stay.StayEvent.Discharged;
import care.throughline.events.stay.StayEvent.Registered;
import care.throughline.events.stay.StayEvent.ReportNoted;
import care.throughline.events.stay.StayEvent.Transferred;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayPicture.Status;
import care.throughline.events.stay.StayReport;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names what happened by the difference it makes, not by the message that told it. */
final class Naming {

    private Naming() {}

    static StayEvent first(StayReport report, StayPicture after) {
        return newStatus(null, report, after);
    }

    static StayEvent change(StayPicture before, StayReport report, StayPicture after) {
        StayId stay = after.stay();
        Instant told = report.toldAt();
        if (before.status() != after.status()) {
            return newStatus(before.status(), report, after);
        }
        if (before.stayClass() != after.stayClass()) {
            return new ClassChanged(stay, report, after, orElse(after.admittedAt(), told));
        }
        if (isSame(before, after)) {
            return new ReportNoted(stay, report, after, told);
        }
        if (isSame(at(before, after.location()), after)) {
            return new Transferred(stay, report, after, told);
        }
        return new Corrected(stay, report, after, told);
    }

    private static StayEvent newStatus(@Nullable Status before, StayReport report, StayPicture after) {
        StayId stay = after.stay();
        Instant told = report.toldAt();
        return switch (after.status()) {
            case PLANNED -> new AdmissionPlanned(stay, report, after, told);
            case CANCELLED -> new AdmissionCancelled(stay, report, after, told);
            case DISCHARGED -> new Discharged(stay, report, after, orElse(after.dischargedAt(), told));
            case IN_HOUSE ->
                before == Status.DISCHARGED
                        ? new DischargeCancelled(stay, report, after, told)
                        : started(stay, report, after);
        };
    }

    private static StayEvent started(StayId stay, StayReport report, StayPicture after) {
        Instant at = orElse(after.admittedAt(), report.toldAt());
        boolean inBed = after.stayClass() == StayClass.IMP || after.stayClass() == StayClass.OBS;
        return inBed ? new Admitted(stay, report, after, at) : new Registered(stay, report, after, at);
    }

    private static Instant orElse(@Nullable Instant known, Instant told) {
        return Objects.requireNonNullElse(known, told);
    }

    /** The same but for who told it. */
    private static boolean isSame(StayPicture before, StayPicture after) {
        return new StayPicture(
                        before.stay(),
                        before.patient(),
                        before.facility(),
                        before.stayClass(),
                        before.classHistory(),
                        before.status(),
                        before.startedAt(),
                        before.admittedAt(),
                        before.dischargedAt(),
                        before.disposition(),
                        before.admissionType(),
                        before.location(),
                        after.toldBy(),
                        before.historical(),
                        before.labels())
                .equals(after);
    }

    private static StayPicture at(StayPicture picture, @Nullable String location) {
        return new StayPicture(
                picture.stay(),
                picture.patient(),
                picture.facility(),
                picture.stayClass(),
                picture.classHistory(),
                picture.status(),
                picture.startedAt(),
                picture.admittedAt(),
                picture.dischargedAt(),
                picture.disposition(),
                picture.admissionType(),
                location,
                picture.toldBy(),
                picture.historical(),
                picture.labels());
    }
}
