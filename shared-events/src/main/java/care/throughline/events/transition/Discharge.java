package care.throughline.events.transition;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Sensitivity;
import care.throughline.events.StayId;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The discharge that a transition is about; {@code date} is its day in the organisation's time zone, {@code labels} those of the stay. */
public record Discharge(
        StayId stay,
        PatientId patient,
        FacilityCode facility,
        StayClass stayClass,
        @Nullable Instant admittedAt,
        Instant dischargedAt,
        LocalDate date,
        @Nullable Disposition disposition,
        Set<Sensitivity> labels) {}
