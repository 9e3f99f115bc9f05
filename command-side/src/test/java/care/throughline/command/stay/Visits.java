package care.throughline.command.stay;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StayId;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayReport;
import care.throughline.events.stay.StayReport.Details;
import care.throughline.events.stay.StayReport.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Histories of a visit in its own language; times are hours of 1 October 2026, UTC. */
final class Visits {

    static final StayId STAY = new StayId("stay_a");
    static final FacilityCode OWNER = new FacilityCode("STCLR");
    static final FacilityCode RELAY = new FacilityCode("RVBND");
    static final PatientId PATIENT = new PatientId("pat_a");

    private StayState state = new StayState.Unheard();
    private List<StayEvent> happened = List.of();

    static Visits unheard() {
        return new Visits();
    }

    /** Hears reports in the order given; remembers only what came of the last. */
    Visits hears(Told... reports) {
        for (Told told : reports) {
            happened = state.decide(new StayCommand.Report(STAY, OWNER, told.report()));
            happened.forEach(event -> state = state.evolve(event));
        }
        return this;
    }

    List<String> thenNames() {
        return happened.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    StayPicture picture() {
        return Objects.requireNonNull(last().after());
    }

    StayEvent last() {
        return happened.getLast();
    }

    static StayPicture after(List<Told> reports) {
        return unheard().hears(reports.toArray(Told[]::new)).remembered();
    }

    private StayPicture remembered() {
        return ((StayState.Told) state).picture();
    }

    static Told told(Kind kind, int hour) {
        return new Told(kind, hour, OWNER, StayClass.IMP, null, null, null, null);
    }

    static Instant hour(int hour) {
        return Instant.parse("2026-10-01T00:00:00Z").plusSeconds(hour * 3600L);
    }

    static List<Told> reversed(List<Told> reports) {
        List<Told> reversed = new ArrayList<>(reports);
        Collections.reverse(reversed);
        return reversed;
    }

    /** A report under construction. */
    record Told(
            Kind kind,
            int hour,
            FacilityCode by,
            @Nullable StayClass stayClass,
            @Nullable Integer admitted,
            @Nullable Integer discharged,
            @Nullable String disposition,
            @Nullable String location) {

        Told as(StayClass other) {
            return new Told(kind, hour, by, other, admitted, discharged, disposition, location);
        }

        Told by(FacilityCode other) {
            return new Told(kind, hour, other, stayClass, admitted, discharged, disposition, location);
        }

        Told admitted(int at) {
            return new Told(kind, hour, by, stayClass, at, discharged, disposition, location);
        }

        Told discharged(int at) {
            return new Told(kind, hour, by, stayClass, admitted, at, disposition, location);
        }

        Told to(String code) {
            return new Told(kind, hour, by, stayClass, admitted, discharged, code, location);
        }

        Told in(String place) {
            return new Told(kind, hour, by, stayClass, admitted, discharged, disposition, place);
        }

        StayReport report() {
            return new StayReport(
                    kind,
                    by,
                    Visits.hour(hour),
                    by.value() + ":1",
                    PATIENT,
                    stayClass,
                    admitted == null ? null : Visits.hour(admitted),
                    discharged == null ? null : Visits.hour(discharged),
                    disposition == null ? null : new Disposition(disposition),
                    "E",
                    location,
                    Personal.of(PATIENT, new Details("V1", List.of(), null, null)),
                    Set.of());
        }
    }
}
