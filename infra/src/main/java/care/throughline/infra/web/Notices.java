package care.throughline.infra.web;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** The notice that the law asks to go with what an answer shows; on pages, in JSON, in FHIR and as a header of every answer. */
public final class Notices {

    /** On every answer that shows such data, files included. */
    public static final String HEADER = "Throughline-Notice";

    private static final String KEY = Notices.class.getName();

    private Notices() {}

    /** From now on this goes with the answer; it says all that went with it before, too. */
    public static void put(ServletRequest request, String notice) {
        request.setAttribute(KEY, notice);
    }

    /** What goes with the answer to this request, as far as its queries have told. */
    public static Optional<String> of(ServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(KEY));
    }
}
