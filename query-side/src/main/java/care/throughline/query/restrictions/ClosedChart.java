package care.throughline.query.restrictions;

import care.throughline.events.PatientId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What somebody sees whom a chart is closed to: that it is, and how to get in. */
public final class ClosedChart {

    private static final Pattern PATIENT = Pattern.compile(PatientId.PREFIX + "[A-Za-z0-9-]+");

    private ClosedChart() {}

    /** The answer to a request whose address names the patient. */
    public static ModelAndView at(HttpServletRequest request) {
        Matcher named = PATIENT.matcher(request.getRequestURI());
        return new ModelAndView(
                "restrictions/closed", Map.of("patient", named.find() ? named.group() : ""), HttpStatus.FORBIDDEN);
    }
}
