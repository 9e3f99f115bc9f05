package care.throughline.query.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;

/** Writes headings and paragraphs down a page as text that can be selected, and begins another when it is full. */
public final class Sheets implements Closeable {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 60;
    private static final float BODY = 10;

    private final PDDocument document = new PDDocument();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final PDFont font;
    private @Nullable PDPageContentStream page;
    private float y;

    /** @param title of the document, for whoever has it read to them or looks for it */
    public Sheets(String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("en-US");
        document.getDocumentCatalog().setDocumentOutline(outline);
        try (InputStream file = Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT), "the font is missing")) {
            font = PDType0Font.load(document, file, true);
        }
    }

    public void title(String text) throws IOException {
        lines(text, 18, 0, 6);
    }

    /** A heading that stands with what follows, and in the outline. */
    public void heading(String text) throws IOException {
        room(70);
        y -= 10;
        lines(text, 13, 0, 4);
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(text);
        PDPageFitDestination destination = new PDPageFitDestination();
        destination.setPage(document.getPage(document.getNumberOfPages() - 1));
        item.setDestination(destination);
        outline.addLast(item);
    }

    public void paragraph(String text) throws IOException {
        lines(text, BODY, 0, 6);
    }

    /** A point of a list with what is to be said of it below. */
    public void entry(String head, List<String> details) throws IOException {
        room(BODY * 1.35f * (details.size() + 1));
        lines(head, 11, 0, 1);
        for (String detail : details) {
            lines(detail, BODY, 14, 0);
        }
        y -= 7;
    }

    /** One line of a long list. */
    public void line(String text) throws IOException {
        lines(text, BODY, 0, 1);
    }

    /** Numbers the pages, and writes them. */
    public void writeTo(OutputStream out) throws IOException {
        end();
        int pages = document.getNumberOfPages();
        for (int number = 1; number <= pages; number++) {
            PDPage sheet = document.getPage(number - 1);
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, sheet, PDPageContentStream.AppendMode.APPEND, true, true)) {
                write(foot, "Page " + number + " of " + pages, 8, MARGIN, MARGIN / 2);
            }
        }
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        end();
        document.close();
    }

    private void lines(String text, float size, float indent, float after) throws IOException {
        for (String line : wrapped(readable(text), size, PDRectangle.LETTER.getWidth() - 2 * MARGIN - indent)) {
            room(size * 1.35f);
            y -= size * 1.35f;
            write(Objects.requireNonNull(page), line, size, MARGIN + indent, y);
        }
        y -= after;
    }

    private void write(PDPageContentStream on, String line, float size, float x, float up) throws IOException {
        on.beginText();
        on.setFont(font, size);
        on.newLineAtOffset(x, up);
        on.showText(line);
        on.endText();
    }

    private void room(float height) throws IOException {
        if (page == null || y - height < MARGIN) {
            end();
            PDPage sheet = new PDPage(PDRectangle.LETTER);
            document.addPage(sheet);
            page = new PDPageContentStream(document, sheet);
            y = PDRectangle.LETTER.getHeight() - MARGIN;
        }
    }

    private void end() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    private List<String> wrapped(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            for (String piece : pieces(word, size, width)) {
                String longer = line.isEmpty() ? piece : line + " " + piece;
                if (!line.isEmpty() && widthOf(longer, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(piece);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word that is wider than the page is broken. */
    private List<String> pieces(String word, float size, float width) throws IOException {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= word.length(); to++) {
            if (to - from > 1 && widthOf(word.substring(from, to), size) > width) {
                pieces.add(word.substring(from, to - 1));
                from = to - 1;
            }
        }
        pieces.add(word.substring(from));
        return pieces;
    }

    private float widthOf(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1_000 * size;
    }

    /** What the font has no sign for is shown as a question mark, line breaks and tabs as blanks. */
    private String readable(String text) {
        StringBuilder readable = new StringBuilder();
        text.codePoints().forEach(sign -> readable.append(Character.isWhitespace(sign) ? " " : known(sign)));
        return readable.toString();
    }

    private String known(int sign) {
        String text = Character.toString(sign);
        try {
            font.encode(text);
            return text;
        } catch (IOException | IllegalArgumentException unknown) {
            return "?";
        }
    }
}
