package care.throughline.command.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.Reading;
import care.throughline.events.intake.IntakeEvent.Answer;
import care.throughline.events.patient.DemographicField;
import care.throughline.samples.Fixtures;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadMessagesTest {

    private final AdtReader reader = new AdtReader(
            Facilities.read(new ByteArrayInputStream(Fixtures.found().bytes("hl7/facilities.json"))));

    @ParameterizedTest
    @CsvSource({
        "01_garbage_bytes, AR, no-header",
        "02_missing_msh, AR, no-header",
        "03_unknown_event, AR, unsupported-event",
        "04_missing_pid3, AE, no-identifier",
        "05_invalid_date, AE, invalid-time",
        "07_wrong_encoding_characters, AR, unsupported-event",
        "10_control_characters, AE, control-characters",
        "11_truncated, AE, no-visit-number",
        "12_bytes_do_not_match_charset, AE, bytes-do-not-match-charset"
    })
    void what_cannot_be_read_is_refused_with_a_reason(String file, Answer answer, String reason) {
        assertThat(everywhere(file))
                .allSatisfy(message -> assertThat(reader.read(message))
                        .isInstanceOfSatisfying(Reading.Refused.class, refused -> {
                            assertThat(refused.refusal().reason()).isEqualTo(reason);
                            assertThat(refused.refusal().answer()).isEqualTo(answer);
                        }));
    }

    @ParameterizedTest
    @CsvSource({"06_huge", "08_xml_entity", "09_injection"})
    void hostile_text_is_only_text(String file) {
        assertThat(everywhere(file))
                .allSatisfy(message -> assertThat(reader.read(message))
                        .isInstanceOfSatisfying(
                                Reading.Understood.class,
                                understood -> assertThat(
                                                understood.news().getFirst().demographics())
                                        .containsKeys(DemographicField.FAMILY, DemographicField.STREET)));
    }

    /** The shared message of this name, and our own. */
    private static List<byte[]> everywhere(String file) {
        return Stream.of(Fixtures.found(), Fixtures.samples())
                .map(fixtures -> fixtures.bytes("hl7/bad/" + file + ".hl7"))
                .toList();
    }
}
