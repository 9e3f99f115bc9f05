package care.throughline.verifier;

import java.util.List;

/** What the log has signed that the export contains. */
record Promise(long size, String of, Positions positions) {

    private static final String FORMAT = "throughline/export/1";

    static Promise parse(String text, Key key) throws Altered {
        Note note = Note.parse(text, "export.note");
        if (!note.isSignedBy(key)) {
            throw new Altered("export.note is not signed by " + key.shown());
        }
        List<String> lines = note.lines();
        if (lines.size() != 5 || !lines.get(0).equals(FORMAT)) {
            throw new Altered("export.note is in a form that this verifier does not know");
        }
        if (!value(lines.get(1), "origin").equals(key.name())) {
            throw new Altered("export.note is of another log");
        }
        String size = value(lines.get(2), "size");
        if (!size.matches("[0-9]{1,18}")) {
            throw new Altered("export.note names no size");
        }
        return new Promise(
                Long.parseLong(size), value(lines.get(3), "of"), Positions.parse(value(lines.get(4), "positions")));
    }

    private static String value(String line, String name) throws Altered {
        if (!line.startsWith(name + " ")) {
            throw new Altered("export.note lacks the line " + name);
        }
        return line.substring(name.length() + 1);
    }
}
