package care.throughline.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SheetsTest {

    @Test
    void headings_and_paragraphs_can_be_read_back_in_order() throws IOException {
        String text = text(written(sheets -> {
            sheets.title("Accounting");
            sheets.heading("Told to others");
            sheets.entry("Nov 20: County", List.of("What: a test", "Purpose: the law"));
        }));

        assertThat(text.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactly(
                        "Accounting",
                        "Told to others",
                        "Nov 20: County",
                        "What: a test",
                        "Purpose: the law",
                        "Page 1 of 1");
    }

    @Test
    void names_of_many_languages_stay_and_what_has_no_sign_becomes_a_question_mark() throws IOException {
        assertThat(text(written(sheets -> sheets.paragraph("Nguyễn Łukasz Ålesund Ελένη \uD83D\uDE00 tab\tend"))))
                .contains("Nguyễn Łukasz Ålesund Ελένη ? tab end");
    }

    @Test
    void what_does_not_fit_goes_on_in_the_next_line_and_on_the_next_page() throws IOException {
        byte[] pdf = written(sheets -> {
            for (int i = 1; i <= 120; i++) {
                sheets.line("line " + i + " " + "word ".repeat(i == 7 ? 60 : 1) + "x".repeat(i == 8 ? 400 : 1));
            }
        });

        String text = text(pdf);
        assertThat(text).contains("line 1 ", "line 120 ", "Page 3 of 3").doesNotContain("Page 4");
        assertThat(text.chars().filter(sign -> sign == 'x').count()).isEqualTo(400 + 119);
        assertThat(text.lines()).allMatch(line -> line.length() < 130);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Test");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
        }
    }

    private interface Writing {
        void on(Sheets sheets) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheets sheets = new Sheets("Test")) {
            writing.on(sheets);
            sheets.writeTo(out);
        }
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
