package care.throughline.infra.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Who waits for the answer, and so what shape it has. */
enum Caller {
    /** A script of the page: answers are triggers, refusals are problems that it shows beside the form. */
    HTMX,
    /** A browser that navigates: answers are pages and redirects. */
    BROWSER,
    /** A FHIR client: refusals are OperationOutcomes. */
    FHIR,
    /** Any other program: answers are JSON. */
    MACHINE;

    static Caller of(HttpServletRequest request) {
        if ("true".equals(request.getHeader("HX-Request"))) {
            return HTMX;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("text/html")) {
            return BROWSER;
        }
        return request.getRequestURI().startsWith(request.getContextPath() + "/fhir") ? FHIR : MACHINE;
    }
}
