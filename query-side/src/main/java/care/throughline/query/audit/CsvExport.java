package care.throughline.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comma separated values after RFC 4180; no cell is one that a spreadsheet would calculate. */
final class CsvExport implements Export {

    private static final String CALCULATED = "=+-@";

    private final String notice;

    CsvExport(String notice) {
        this.notice = notice;
    }

    @Override
    public String contentType() {
        return "text/csv; charset=utf-8; header=present";
    }

    @Override
    public String suffix() {
        return "csv";
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        line(
                out,
                Stream.concat(
                        Arrays.stream(Column.values()).map(Column::key),
                        Stream.of("causation", "event_id", "name", "sentence", "notice")));
    }

    @Override
    public void write(Trail.Entry entry, OutputStream out) throws IOException {
        line(
                out,
                Stream.concat(
                        Arrays.stream(Column.values()).map(entry::in),
                        Stream.of(entry.causation(), entry.eventId(), entry.name(), entry.sentence(), notice)));
    }

    @Override
    public void end(OutputStream out) {}

    private static void line(OutputStream out, Stream<String> cells) throws IOException {
        Export.text(out, cells.map(CsvExport::cell).collect(Collectors.joining(",")) + "\r\n");
    }

    /** Quoted; with an apostrophe before what would be a formula, or begins with a blank that may hide one. */
    static String cell(String text) {
        String seen = text.stripLeading();
        boolean formula = !text.equals(seen) || (!text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0);
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
