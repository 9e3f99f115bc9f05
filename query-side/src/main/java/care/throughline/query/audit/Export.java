package care.throughline.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** A form in which events are handed out, one after the other, so that memory does not grow with them. */
interface Export {

    String contentType();

    String suffix();

    void begin(OutputStream out) throws IOException;

    void write(Trail.Entry entry, OutputStream out) throws IOException;

    void end(OutputStream out) throws IOException;

    /** The form of this name.
     *
     * @param notice goes with every line, empty for none
     * @throws ResponseStatusException 400 if there is no such form
     */
    static Export of(String format, JsonMapper json, String notice) {
        return switch (format) {
            case "csv" -> new CsvExport(notice);
            case "ndjson" -> new LinesExport(json, notice);
            case "fhir" -> new FhirExport(notice);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "format is one of csv, ndjson, fhir");
        };
    }

    static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
