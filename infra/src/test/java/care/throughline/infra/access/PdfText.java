package care.throughline.infra.access;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.mock.web.MockHttpServletResponse;

/** What somebody reads who opens a PDF that was answered. */
final class PdfText {

    private PdfText() {}

    /** With one blank wherever its lines break. */
    static String of(MockHttpServletResponse answer) throws IOException {
        try (PDDocument document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
