package care.throughline.infra.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem in the shape that the caller can use; also for what is refused before any controller is reached. */
public final class ProblemAnswer {

    private final JsonMapper mapper;
    private final JteViews views;

    ProblemAnswer(JsonMapper mapper, JteViews views) {
        this.mapper = mapper;
        this.views = views;
    }

    /** Writes status, headers and body, unless the answer has left already. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String correlation = RequestId.current().orElse("none");
        switch (Caller.of(request)) {
            case BROWSER -> page(problem, correlation, request, response);
            case FHIR -> json("application/fhir+json", outcome(problem, correlation), response);
            case HTMX, MACHINE -> json(MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem.detail(correlation), response);
        }
    }

    /** A page of its own that offers what was typed again. */
    private void page(Problem problem, String correlation, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> model = Map.of(
                "status", problem.status().value(),
                "sentence", problem.sentence(),
                "correlation", correlation,
                "action", request.getRequestURI(),
                "back", ReturnPath.of(request),
                "typed", typed(request));
        views.write("web/problem", model, request, response);
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        if ("POST".equals(request.getMethod()) && isForm(request)) {
            request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
            typed.keySet().removeIf(name -> name.equals("_csrf") || name.equals("password"));
        }
        return typed;
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static Map<String, Object> outcome(Problem problem, String correlation) {
        Map<String, Object> issue = new LinkedHashMap<>();
        issue.put("severity", "error");
        issue.put("code", issueCode(problem));
        issue.put("details", Map.of("coding", List.of(Map.of("code", problem.reason())), "text", problem.sentence()));
        issue.put("diagnostics", "reference " + correlation);
        return Map.of("resourceType", "OperationOutcome", "issue", List.of(issue));
    }

    private static String issueCode(Problem problem) {
        return switch (problem.status()) {
            case UNAUTHORIZED -> "login";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case CONFLICT, PRECONDITION_FAILED -> "conflict";
            case TOO_MANY_REQUESTS -> "throttled";
            case BAD_REQUEST, UNSUPPORTED_MEDIA_TYPE -> "structure";
            default -> problem.status().is5xxServerError() ? "exception" : "business-rule";
        };
    }

    private void json(String type, Object body, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(mapper.writeValueAsBytes(body));
    }
}
