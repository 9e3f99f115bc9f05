package care.throughline.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a1)", "\t=1+1", "\r=1+1", " =1+1", "\n@x"})
    void what_a_spreadsheet_would_calculate_becomes_text(String dangerous) {
        assertThat(CsvExport.cell(dangerous)).isEqualTo("\"'" + dangerous + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nora Quinn", "2026-11-10T14:14:00Z", "a=b"})
    void other_text_stays_as_it_is(String harmless) {
        assertThat(CsvExport.cell(harmless)).isEqualTo('"' + harmless + '"');
    }

    @Test
    void quotes_are_doubled() {
        assertThat(CsvExport.cell("she said \"no\"")).isEqualTo("\"she said \"\"no\"\"\"");
    }

    @Test
    void a_file_begins_with_the_names_of_its_columns_and_has_one_line_an_event() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvExport export = new CsvExport("");
        export.begin(out);
        export.write(Entries.of(7, "e7", "c"), out);
        export.end(out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("\"position\",\"recorded\",\"happened\",\"event\"");
    }
}
