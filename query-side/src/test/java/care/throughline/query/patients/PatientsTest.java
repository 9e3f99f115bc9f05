package care.throughline.query.patients;

import static care.throughline.events.patient.DemographicField.CITY;
import static care.throughline.events.patient.DemographicField.FAMILY;
import static care.throughline.events.patient.DemographicField.GIVEN;
import static care.throughline.events.patient.DemographicField.PHONE;
import static care.throughline.query.patients.People.ANN;
import static care.throughline.query.patients.People.ANNA;
import static care.throughline.query.patients.People.ANNIE;
import static care.throughline.query.patients.People.day;
import static care.throughline.query.patients.People.merged;
import static care.throughline.query.patients.People.registered;
import static care.throughline.query.patients.People.told;
import static care.throughline.query.patients.People.unmerged;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.query.Batch;
import care.throughline.query.ReadModel;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientsTest {

    private final ReadModel model = ReadModel.of(db -> new Patients(db, Batch.NONE));

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void the_last_told_wins_whatever_arrives_last() {
        model.told(registered(ANNA, 0), told(ANNA, 5, CITY, "Salem"), told(ANNA, 3, CITY, "Boston"));

        assertThat(value(ANNA, "city")).isEqualTo("Salem");
    }

    @Test
    void an_empty_text_deletes_a_field() {
        model.told(registered(ANNA, 0), told(ANNA, 1, PHONE, "5550100"), told(ANNA, 2, PHONE, ""));

        assertThat(value(ANNA, "phone")).isNull();
    }

    @Test
    void a_confirmed_field_beats_older_news_of_another_record() {
        model.told(
                registered(ANNA, 0),
                told(ANNA, 1, CITY, "Salem"),
                registered(ANN, 0),
                told(ANN, 2, CITY, "Boston"),
                merged(ANN, ANNA, MergeKind.SAME_IDENTIFIERS, 3));
        assertThat(value(ANNA, "city")).isEqualTo("Boston");

        model.told(new PatientEvent.DemographicsConfirmed(ANNA, Set.of(CITY), day(4)));
        assertThat(value(ANNA, "city")).isEqualTo("Salem");
    }

    @Test
    void what_was_told_under_a_retired_record_before_the_merge_does_not_count() {
        model.told(
                registered(ANNA, 0),
                told(ANNA, 1, CITY, "Salem"),
                registered(ANN, 0),
                told(ANN, 2, CITY, "Boston", PHONE, "5550100"),
                merged(ANN, ANNA, MergeKind.TOLD, 3));

        assertThat(value(ANNA, "city")).isEqualTo("Salem");
        assertThat(value(ANNA, "phone")).isNull();
        assertThat(value(ANN, "city")).as("the retired record shows the person").isEqualTo("Salem");
        assertThat(value(ANN, "root_id")).isEqualTo(ANNA.value());
    }

    @Test
    void what_was_told_under_a_retired_record_after_the_merge_counts() {
        model.told(
                registered(ANNA, 0),
                told(ANNA, 1, CITY, "Salem"),
                registered(ANN, 0),
                merged(ANN, ANNA, MergeKind.TOLD, 3),
                told(ANN, 4, CITY, "Lynn"));

        assertThat(value(ANNA, "city")).isEqualTo("Lynn");
    }

    @Test
    void along_two_merges_it_must_be_told_after_both() {
        model.told(
                registered(ANNA, 0),
                told(ANNA, 1, CITY, "Salem"),
                merged(ANNIE, ANN, MergeKind.TOLD, 2),
                told(ANNIE, 3, CITY, "Boston"),
                merged(ANN, ANNA, MergeKind.TOLD, 4));
        assertThat(value(ANNIE, "city")).isEqualTo("Salem");

        model.told(told(ANNIE, 5, CITY, "Lynn"));
        assertThat(value(ANNA, "city")).isEqualTo("Lynn");
    }

    @Test
    void an_unmerged_record_is_what_it_would_be_had_it_never_been_merged() {
        model.told(
                registered(ANNA, 0),
                told(ANNA, 1, CITY, "Salem"),
                registered(ANN, 0),
                told(ANN, 2, CITY, "Boston"),
                merged(ANN, ANNA, MergeKind.TOLD, 3),
                told(ANN, 4, CITY, "Lynn"),
                unmerged(ANN, ANNA, 5));

        assertThat(value(ANNA, "city")).isEqualTo("Salem");
        assertThat(value(ANN, "city")).isEqualTo("Lynn");
        assertThat(value(ANN, "merged")).isEqualTo("false");
    }

    @Test
    void a_merge_that_closes_a_circle_changes_nothing() {
        model.told(
                registered(ANNA, 0),
                registered(ANN, 0),
                merged(ANN, ANNA, MergeKind.TOLD, 1),
                merged(ANNA, ANN, MergeKind.TOLD, 2));

        assertThat(value(ANNA, "merged")).isEqualTo("false");
        assertThat(value(ANN, "root_id")).isEqualTo(ANNA.value());
    }

    @Test
    void forgotten_fields_are_empty_and_said_to_be_forgotten() {
        model.told(
                registered(ANNA, 0),
                new PatientEvent.DemographicsCorrected(
                        ANNA,
                        Set.of(FAMILY, GIVEN),
                        Personal.<Map<DemographicField, String>>forgotten(ANNA.value()),
                        day(1)));

        assertThat(value(ANNA, "name")).isNull();
        assertThat(value(ANNA, "forgotten")).isEqualTo("true");
    }

    @Test
    void a_death_can_be_withdrawn() {
        model.told(registered(ANNA, 0), new PatientEvent.DeathRecorded(ANNA, day(1), day(2)));
        assertThat(value(ANNA, "deceased")).isEqualTo("true");

        model.told(new PatientEvent.DeathWithdrawn(ANNA, day(3)));
        assertThat(value(ANNA, "deceased")).isEqualTo("false");
        assertThat(value(ANNA, "died_at")).isNull();
    }

    private @Nullable String value(PatientId patient, String column) {
        return model.db()
                .sql("select " + column + "::text from person where patient_id = :patient")
                .param("patient", patient.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
