package care.throughline.query.patients;

import static care.throughline.events.patient.DemographicField.BIRTH_DATE;
import static care.throughline.events.patient.DemographicField.FAMILY;
import static care.throughline.events.patient.DemographicField.GIVEN;
import static care.throughline.events.patient.DemographicField.PHONE;
import static care.throughline.query.patients.People.ANN;
import static care.throughline.query.patients.People.ANNA;
import static care.throughline.query.patients.People.ANNIE;
import static care.throughline.query.patients.People.known;
import static care.throughline.query.patients.People.merged;
import static care.throughline.query.patients.People.registered;
import static care.throughline.query.patients.People.retired;
import static care.throughline.query.patients.People.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.query.Batch;
import care.throughline.query.ReadModel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindPatientsTest {

    private final ReadModel model = ReadModel.of(db -> new Patients(db, Batch.NONE));
    private final FindPatients patients = new FindPatients(model.db(), patients -> {});

    @BeforeEach
    void people() {
        model.told(
                registered(ANNA, 0),
                told(ANNA, 1, FAMILY, "Núñez-Ångström", GIVEN, "Zoë", BIRTH_DATE, "1951-01-20", PHONE, "5551974893"),
                known(ANNA, "RVBND", "0038412", 1),
                registered(ANN, 0),
                told(ANN, 1, FAMILY, "Nunezson", GIVEN, "Zoe", BIRTH_DATE, "1960-05-01"),
                known(ANN, "STCLR", "E14-77", 1));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nunez-angstrom",
                "ÅNGSTRÖM z",
                "zoë núñez 1951-01-20",
                "nun 1/20/1951",
                "0038412",
                "(555) 197-4893",
                "555.197.4893 zoe",
                "+1 5551974893"
            })
    void one_person_is_found_by(String typed) {
        assertThat(found(typed)).containsExactly(ANNA);
    }

    @Test
    void a_whole_name_goes_before_one_that_only_begins_so() {
        assertThat(found("nunez zoe")).containsExactly(ANNA, ANN);
        assertThat(found("nunezson")).containsExactly(ANN);
    }

    @Test
    void everything_typed_has_to_fit() {
        assertThat(found("nunez 0038412 1960-05-01")).isEmpty();
        assertThat(found("%")).isEmpty();
    }

    @Test
    void letters_in_numbers_may_be_small() {
        assertThat(found("e14-77")).containsExactly(ANN);
    }

    @Test
    void too_little_is_not_looked_for() {
        assertThat(patients.find("n").tooLittle()).isTrue();
        assertThat(patients.find(" ").tooLittle()).isTrue();
        assertThat(found("n 1951-01-20")).containsExactly(ANNA);
    }

    @Test
    void a_retired_number_or_a_name_told_under_it_finds_the_survivor() {
        model.told(
                registered(ANNIE, 0),
                told(ANNIE, 1, FAMILY, "Maiden"),
                known(ANNIE, "LKSHR", "777001", 1),
                merged(ANNIE, ANNA, MergeKind.TOLD, 2),
                retired(ANNIE, "LKSHR", "777001", 2));

        assertThat(found("maiden")).containsExactly(ANNA);
        Found.Person person = patients.find("777001").people().getFirst();
        assertThat(person.patient()).isEqualTo(ANNA.value());
        assertThat(person.by()).containsExactly("LKSHR 777001 (retired)");
        assertThat(person.numbers()).containsExactly("RVBND 0038412");
    }

    private List<PatientId> found(String typed) {
        return patients.find(typed).people().stream()
                .map(person -> new PatientId(person.patient()))
                .toList();
    }
}
