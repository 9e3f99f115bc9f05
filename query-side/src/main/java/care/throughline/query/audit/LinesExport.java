package care.throughline.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line. */
final class LinesExport implements Export {

    private final JsonMapper json;
    private final String notice;

    LinesExport(JsonMapper json, String notice) {
        this.json = json;
        this.notice = notice;
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
        ObjectNode line = json.valueToTree(entry);
        Export.text(out, json.writeValueAsString(notice.isEmpty() ? line : line.put("notice", notice)) + "\n");
    }

    @Override
    public void end(OutputStream out) {}
}
