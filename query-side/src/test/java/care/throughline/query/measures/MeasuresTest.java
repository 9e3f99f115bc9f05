package care.throughline.query.measures;

import static care.throughline.query.measures.MeasuredHistories.ANN;
import static care.throughline.query.measures.MeasuredHistories.ANNA;
import static care.throughline.query.measures.MeasuredHistories.OCTOBER;
import static care.throughline.query.measures.MeasuredHistories.at;
import static care.throughline.query.measures.MeasuredHistories.day;
import static care.throughline.query.measures.MeasuredHistories.picture;
import static care.throughline.query.measures.MeasuredHistories.stay;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.Personal;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.query.measures.MeasureReports.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readmissions, and what every report says of itself. */
class MeasuresTest {

    private final Numbers numbers = new Numbers();

    @AfterEach
    void close() {
        numbers.close();
    }

    @Test
    void a_readmission_under_another_record_counts_once_the_records_are_merged_and_no_longer_after_an_unmerge() {
        numbers.told(stay("a", ANNA, "2026-10-01", "2026-10-05"), stay("b", ANN, "2026-10-15", null));
        assertThat(numbers.line(Measure.READMISSION)).isEqualTo(new Line(OCTOBER, "RVBND", 1, 0));

        numbers.told(new PatientEvent.MergedInto(ANN, ANNA, MergeKind.TOLD, at("2026-10-16")));
        assertThat(numbers.line(Measure.READMISSION)).isEqualTo(new Line(OCTOBER, "RVBND", 1, 1));

        numbers.told(new PatientEvent.Unmerged(ANN, ANNA, Personal.of(ANN, "two people"), at("2026-10-17")));
        assertThat(numbers.line(Measure.READMISSION)).isEqualTo(new Line(OCTOBER, "RVBND", 1, 0));
    }

    @Test
    void every_member_has_the_positions_of_the_events_that_put_it_there() {
        numbers.told(stay("a", ANNA, "2026-10-01", "2026-10-05"), stay("b", ANNA, "2026-10-15", null));

        assertThat(numbers.members(Measure.READMISSION)).singleElement().satisfies(member -> {
            assertThat(member.counts()).isTrue();
            assertThat(member.because()).isEqualTo("stay_b");
            assertThat(member.receipt()).containsExactly(1L, 2L);
        });
    }

    @Test
    void what_is_handed_over_as_history_counts_for_nothing() {
        numbers.told(picture("a", ANNA, "2026-10-01", "2026-10-05", true));

        assertThat(numbers.members(Measure.READMISSION)).isEmpty();
    }

    @Test
    void a_report_says_from_which_definition_and_up_to_which_position_it_was_computed() {
        var report = numbers.reports().findReport(Measure.READMISSION, OCTOBER, OCTOBER, day("2026-11-20"));

        assertThat(report.position()).isEqualTo(42);
        assertThat(report.definition()).isEqualTo("readmission-30d/1");
        assertThat(report.total().rate()).isNull();
    }
}
