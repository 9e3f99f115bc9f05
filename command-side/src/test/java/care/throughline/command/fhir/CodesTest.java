package care.throughline.command.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.Sensitivity;
import org.hl7.fhir.r4.model.Meta;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    @ParameterizedTest
    @CsvSource({
        CONFIDENTIALITY + ", V, true, false",
        CONFIDENTIALITY + ", R, false, false",
        CONFIDENTIALITY + ", N, false, false",
        ACT_CODE + ", CEL, true, false",
        ACT_CODE + ", EMP, true, false",
        ACT_CODE + ", 42CFRPart2, false, true",
        ACT_CODE + ", SUD, false, true",
        ACT_CODE + ", HIV, false, false"
    })
    void a_security_label_says_whether_the_chart_is_closed_and_what_the_records_are(
            String system, String code, boolean guarded, boolean part2) {
        Meta meta = new Meta();
        meta.addSecurity().setSystem(system).setCode(code);

        assertThat(Codes.isGuarded(meta)).isEqualTo(guarded);
        assertThat(Codes.labels(meta).contains(Sensitivity.PART2)).isEqualTo(part2);
    }
}
