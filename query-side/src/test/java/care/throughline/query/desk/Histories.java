package care.throughline.query.desk;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.RuleRef;
import care.throughline.events.StaffId;
import care.throughline.events.StayId;
import care.throughline.events.TransitionId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayReport;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.Lace;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What happens around discharges, in words short enough to read a history at a glance. */
final class Histories {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final RuleRef RULE = new RuleRef("transition.clocks", "us-2026");

    private Histories() {}

    static TransitionId item(String name) {
        return new TransitionId("trn_" + name);
    }

    static PatientId patient(String name) {
        return new PatientId("pat_" + name);
    }

    static LocalDate nov(int day) {
        return LocalDate.of(2026, 11, day);
    }

    /** Noon of that day of November 2026 in the organisation's zone. */
    static Instant at(int day) {
        return nov(day).atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }

    static TransitionEvent discharged(String name, int day) {
        return new TransitionEvent.Opened(item(name), discharge(name, day), clocks(day), at(day));
    }

    static TransitionEvent corrected(String name, int day, int toldOn) {
        return new TransitionEvent.DischargeCorrected(item(name), discharge(name, day), clocks(day), at(toldOn));
    }

    static TransitionEvent attempted(String name, Outcome outcome, int day) {
        return new TransitionEvent.OutreachAttempted(
                item(name), "att_" + day, Channel.PHONE, outcome, 5, Personal.of(patient(name), "called"), at(day));
    }

    static TransitionEvent contacted(String name, int day) {
        return new TransitionEvent.ContactMade(item(name), "att_" + day, true, RULE, at(day));
    }

    static TransitionEvent booked(String name, int visitOn, int day) {
        return new TransitionEvent.VisitBooked(
                item(name), at(visitOn), Personal.of(patient(name), "the clinic"), at(day));
    }

    static TransitionEvent kept(String name, int day) {
        return new TransitionEvent.VisitKept(item(name), true, RULE, at(day));
    }

    static TransitionEvent reconciled(String name, int day) {
        return new TransitionEvent.MedicationsReconciled(item(name), true, Personal.of(patient(name), "done"), at(day));
    }

    static TransitionEvent scored(String name, int score, int day) {
        Lace.Band band = score >= 10 ? Lace.Band.HIGH : score >= 5 ? Lace.Band.MODERATE : Lace.Band.LOW;
        return new TransitionEvent.RiskScored(item(name), new Lace(3, true, 1, 0, score, band, "lace-1"), at(day));
    }

    static TransitionEvent snoozed(String name, int until, int day) {
        return new TransitionEvent.Snoozed(
                item(name), at(until), Personal.of(patient(name), "asked to be called then"), at(day));
    }

    static CareTeamEvent assigned(String name, String coordinator, int day) {
        return new CareTeamEvent.CoordinatorAssigned(
                patient(name), new StaffId(coordinator), new StaffId("sam"), at(day));
    }

    static CareTeamEvent offered(String name, String from, String to, int day) {
        return new CareTeamEvent.HandoffOffered(
                patient(name), new StaffId(from), new StaffId(to), Personal.of(patient(name), "vacation"), at(day));
    }

    static PatientEvent merged(String retired, String survivor, int day) {
        return new PatientEvent.MergedInto(patient(retired), patient(survivor), PatientEvent.MergeKind.TOLD, at(day));
    }

    static PatientEvent unmerged(String retired, String from, int day) {
        return new PatientEvent.Unmerged(
                patient(retired), patient(from), Personal.of(patient(retired), "two people"), at(day));
    }

    static StayEvent emergency(String name, int day) {
        StayId stay = new StayId("stay_emergency");
        FacilityCode facility = new FacilityCode("LKSHR");
        StayReport report = new StayReport(
                StayReport.Kind.REGISTERED,
                facility,
                at(day),
                "1",
                patient(name),
                StayClass.EMER,
                at(day),
                null,
                null,
                "E",
                "ED",
                Personal.of(patient(name), new StayReport.Details("V1", List.of(), null, null)),
                Set.of());
        StayPicture picture = new StayPicture(
                stay,
                patient(name),
                facility,
                StayClass.EMER,
                List.of(StayClass.EMER),
                StayPicture.Status.IN_HOUSE,
                at(day),
                at(day),
                null,
                null,
                "E",
                "ED",
                Set.of(facility),
                false,
                Set.of());
        return new StayEvent.Registered(stay, report, picture, at(day));
    }

    private static Discharge discharge(String name, int day) {
        return new Discharge(
                new StayId("stay_" + name),
                patient(name),
                new FacilityCode("RVBND"),
                StayClass.IMP,
                at(day).minusSeconds(3 * 86_400),
                at(day),
                nov(day),
                new Disposition("01"),
                Set.of());
    }

    private static Clocks clocks(int day) {
        LocalDate date = nov(day);
        return new Clocks(date.plusDays(2), date.plusDays(7), date.plusDays(14), date.plusDays(29), RULE);
    }
}
