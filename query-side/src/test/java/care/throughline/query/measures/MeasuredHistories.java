package care.throughline.query.measures;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.RuleRef;
import care.throughline.events.StayId;
import care.throughline.events.TransitionId;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayPicture.Status;
import care.throughline.events.stay.StayReport;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.TransitionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened, as far as the measures care; days are those of 2026 at ten in the morning in New York. */
final class MeasuredHistories {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final FacilityCode RIVERBEND = new FacilityCode("RVBND");
    static final PatientId ANNA = new PatientId("pat_anna");
    static final PatientId ANN = new PatientId("pat_ann");
    static final RuleRef RULE = new RuleRef("tcm", "1");
    static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private MeasuredHistories() {}

    static StayEvent stay(String name, PatientId patient, String from, @Nullable String to) {
        return picture(name, patient, from, to, false);
    }

    static StayEvent picture(String name, PatientId patient, String from, @Nullable String to, boolean historical) {
        StayId id = new StayId("stay_" + name);
        Instant out = to == null ? null : at(to);
        Disposition home = to == null ? null : new Disposition("01");
        StayReport report = new StayReport(
                StayReport.Kind.ADMITTED,
                RIVERBEND,
                at(from),
                name,
                patient,
                StayClass.IMP,
                at(from),
                out,
                home,
                "E",
                null,
                Personal.of(patient, new StayReport.Details(name, List.of(), null, null)),
                Set.of());
        StayPicture picture = new StayPicture(
                id,
                patient,
                RIVERBEND,
                StayClass.IMP,
                List.of(StayClass.IMP),
                to == null ? Status.IN_HOUSE : Status.DISCHARGED,
                at(from),
                at(from),
                out,
                home,
                "E",
                null,
                Set.of(RIVERBEND),
                historical,
                Set.of());
        return new StayEvent.Admitted(id, report, picture, at(from));
    }

    static TransitionEvent.Opened opened(String name) {
        Discharge discharge = new Discharge(
                new StayId("stay_" + name),
                ANNA,
                RIVERBEND,
                StayClass.IMP,
                at("2026-10-01"),
                at("2026-10-05"),
                day("2026-10-05"),
                new Disposition("01"),
                Set.of());
        Clocks clocks = new Clocks(day("2026-10-07"), day("2026-10-12"), day("2026-10-19"), day("2026-11-03"), RULE);
        return new TransitionEvent.Opened(new TransitionId("trn_" + name), discharge, clocks, at("2026-10-05"));
    }

    static TransitionEvent contact(String name, String on) {
        return new TransitionEvent.ContactMade(new TransitionId("trn_" + name), "1", true, RULE, at(on));
    }

    static TransitionEvent visit(String name, String on) {
        return new TransitionEvent.VisitKept(new TransitionId("trn_" + name), true, RULE, at(on));
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static Instant at(String day) {
        return day(day).atTime(10, 0).atZone(ZONE).toInstant();
    }
}
