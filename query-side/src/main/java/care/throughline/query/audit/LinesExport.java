package care.throughline.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line. */
final class LinesExport implements Export {

    private final JsonMapper json;

    LinesExport(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public String suffix() {
        return "ndjson";
    }

    @Override
    public void begin(OutputStream out) {}

    @Override
    public void write(Trail.Entry entry, OutputStream out) throws IOException {
        Export.text(out, json.writeValueAsString(entry) + "\n");
    }

    @Override
    public void end(OutputStream out) {}
}
