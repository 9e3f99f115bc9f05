package care.throughline.command.transition;

import care.throughline.events.FacilityCode;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayPicture.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture, changed in one thing. */
record PicturedStay(StayPicture picture) {

    PicturedStay as(StayClass other) {
        return with(
                picture.facility(),
                other,
                picture.status(),
                picture.disposition(),
                picture.admissionType(),
                picture.historical());
    }

    PicturedStay now(Status other) {
        return with(
                picture.facility(),
                picture.stayClass(),
                other,
                picture.disposition(),
                picture.admissionType(),
                picture.historical());
    }

    PicturedStay to(@Nullable String code) {
        return with(
                picture.facility(),
                picture.stayClass(),
                picture.status(),
                code == null ? null : new Disposition(code),
                picture.admissionType(),
                picture.historical());
    }

    PicturedStay type(String other) {
        return with(
                picture.facility(),
                picture.stayClass(),
                picture.status(),
                picture.disposition(),
                other,
                picture.historical());
    }

    PicturedStay at(String facility) {
        return with(
                new FacilityCode(facility),
                picture.stayClass(),
                picture.status(),
                picture.disposition(),
                picture.admissionType(),
                picture.historical());
    }

    PicturedStay outOfRecords() {
        return with(
                picture.facility(),
                picture.stayClass(),
                picture.status(),
                picture.disposition(),
                picture.admissionType(),
                true);
    }

    private PicturedStay with(
            FacilityCode facility,
            StayClass stayClass,
            Status status,
            @Nullable Disposition disposition,
            @Nullable String type,
            boolean historical) {
        return new PicturedStay(new StayPicture(
                picture.stay(),
                picture.patient(),
                facility,
                stayClass,
                List.of(stayClass),
                status,
                picture.startedAt(),
                picture.admittedAt(),
                picture.dischargedAt(),
                disposition,
                type,
                picture.location(),
                picture.toldBy(),
                historical,
                picture.labels()));
    }
}
