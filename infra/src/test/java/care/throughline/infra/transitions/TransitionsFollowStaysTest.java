package care.throughline.infra.transitions;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.BlindIndex;
import care.throughline.command.Commands;
import care.throughline.command.careteam.CareTeamCommand.AssignCoordinator;
import care.throughline.command.patient.Identification;
import care.throughline.command.patient.PatientCommand.ReportDeath;
import care.throughline.command.patient.PatientCommand.Unmerge;
import care.throughline.command.stay.StayCommand;
import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.StayId;
import care.throughline.events.patient.Identifier;
import care.throughline.events.stay.Diagnosis;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayReport;
import care.throughline.events.stay.StayReport.Kind;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told about stays, merges and deaths reaches the transitions by way of the store and the tables. */
@ThroughlineTest
class TransitionsFollowStaysTest {

    private static final FacilityCode FACILITY = new FacilityCode("RVBND");
    private static final Instant ADMITTED = Instant.parse("2026-10-01T12:00:00Z");
    private static final Instant DISCHARGED = Instant.parse("2026-10-05T15:00:00Z");
    private static final Instant BACK = Instant.parse("2026-10-12T15:00:00Z");

    @Autowired
    private Commands commands;

    @Autowired
    private Identification people;

    @Autowired
    private BlindIndex index;

    @Autowired
    private EventStore events;

    @Autowired
    private ReadModels readModels;

    @Test
    void a_discharge_opens_a_transition_with_its_risk_and_a_readmission_ends_it() {
        PatientId patient = person("follow-1");
        admit(patient, "F1", ADMITTED, "I50.9");
        discharge(patient, "F1");
        assertThat(happened("F1")).containsExactly("Opened", "RiskScored");
        admit(patient, "F2", BACK, "I50.9");
        assertThat(happened("F1")).containsExactly("Opened", "RiskScored", "EndedByReadmission");
    }

    @Test
    void a_merge_brings_the_stays_together_and_an_unmerge_takes_them_apart_again() {
        PatientId one = person("follow-2");
        PatientId other = person("follow-3");
        commands.send(new AssignCoordinator(one, new StaffId("nora"), new StaffId("nora"), false, DISCHARGED));
        admit(one, "F3", ADMITTED, "J44.9");
        discharge(one, "F3");
        admit(other, "F4", BACK, "J44.9");
        assertThat(happened("F3")).containsExactly("Opened", "RiskScored");
        people.merge(other, number("follow-2"), BACK, Map.of());
        assertThat(happened("F3")).containsExactly("Opened", "RiskScored", "EndedByReadmission");
        assertThat(names(other.value().replace("pat_", "team_"))).containsExactly("CoordinatorAssigned");
        commands.send(new Unmerge(one, "two sisters", BACK.plusSeconds(60)));
        assertThat(happened("F3")).containsExactly("Opened", "RiskScored", "EndedByReadmission", "Resumed");
    }

    @Test
    void a_death_within_the_window_ends_a_transition() {
        PatientId patient = person("follow-4");
        admit(patient, "F5", ADMITTED, "C78.0");
        discharge(patient, "F5");
        commands.send(new ReportDeath(patient, BACK, BACK));
        assertThat(happened("F5")).containsExactly("Opened", "RiskScored", "EndedByDeath");
    }

    private PatientId person(String value) {
        return people.identify(List.of(number(value)), ADMITTED, Map.of());
    }

    private static Identifier number(String value) {
        return new Identifier("RVBND", value, Identifier.Type.MR);
    }

    private void admit(PatientId patient, String visit, Instant at, String code) {
        report(patient, visit, Kind.ADMITTED, at, at, null, List.of(new Diagnosis(code, "I10", "")));
    }

    private void discharge(PatientId patient, String visit) {
        report(patient, visit, Kind.DISCHARGED, DISCHARGED, null, DISCHARGED, List.of());
    }

    private void report(
            PatientId patient,
            String visit,
            Kind kind,
            Instant toldAt,
            @Nullable Instant admittedAt,
            @Nullable Instant dischargedAt,
            List<Diagnosis> diagnoses) {
        StayReport report = new StayReport(
                kind,
                FACILITY,
                toldAt,
                "1",
                patient,
                StayClass.IMP,
                admittedAt,
                dischargedAt,
                dischargedAt == null ? null : new Disposition("01"),
                "E",
                "4W-1-A",
                Personal.of(patient, new StayReport.Details(visit, diagnoses, null, null)),
                Set.of());
        commands.send(new StayCommand.Report(stay(visit), FACILITY, report));
    }

    private StayId stay(String visit) {
        return index.stayOf(FACILITY, "follow-" + visit);
    }

    private List<String> happened(String visit) {
        return names(stay(visit).value().replace("stay_", "trn_"));
    }

    private List<String> names(String aggregate) {
        readModels.awaitAll();
        return events.readEvents(aggregate)
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }
}
