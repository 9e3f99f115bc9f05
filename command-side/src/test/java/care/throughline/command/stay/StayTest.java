package care.throughline.command.stay;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayReport;
import care.throughline.events.stay.StayReport.Details;
import care.throughline.events.stay.StayReport.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class StayTest {

    private static final StayId STAY = new StayId("stay_a");
    private static final FacilityCode FACILITY = new FacilityCode("RVBND");

    private final FixtureConfiguration<Stay> stay = new AggregateTestFixture<>(Stay.class);

    @Test
    void the_first_report_is_an_admission_and_its_repeat_is_nothing() {
        stay.givenNoPriorActivity().when(report()).expectSuccessfulHandlerExecution();
        stay.givenCommands(report()).when(report()).expectNoEvents();
    }

    private static StayCommand.Report report() {
        PatientId patient = new PatientId("pat_a");
        Instant at = Instant.parse("2026-10-01T12:00:00Z");
        StayReport report = new StayReport(
                Kind.ADMITTED,
                FACILITY,
                at,
                "1",
                patient,
                StayClass.IMP,
                at,
                null,
                null,
                "E",
                "4W-1-A",
                Personal.of(patient, new Details("V1", List.of(), null, null)),
                Set.of());
        return new StayCommand.Report(STAY, FACILITY, report);
    }
}
