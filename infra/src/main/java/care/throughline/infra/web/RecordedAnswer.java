package care.throughline.infra.web;

import care.throughline.command.Recorded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/** Answers a command that was recorded: programs read its position, browsers go back to their page, scripts get a trigger. */
final class RecordedAnswer implements HandlerMethodReturnValueHandler {

    /** Says where the store stands; reads may pass it as {@code after}. */
    static final String POSITION = "Throughline-Position";

    private final JsonMapper mapper;

    RecordedAnswer(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Recorded.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null || !(returned instanceof Recorded recorded)) {
            throw new IllegalStateException("a command over HTTP answers where it was recorded");
        }
        response.setHeader(POSITION, Long.toString(recorded.position()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        switch (Caller.of(request)) {
            case HTMX -> trigger(recorded, response);
            case BROWSER -> redirect(recorded, request, response);
            case FHIR, MACHINE -> json(recorded, response);
        }
    }

    private void trigger(Recorded recorded, HttpServletResponse response) {
        response.setHeader("HX-Trigger", mapper.writeValueAsString(Map.of("recorded", recorded)));
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    private static void redirect(Recorded recorded, HttpServletRequest request, HttpServletResponse response) {
        String page = ReturnPath.after(ReturnPath.of(request), OptionalLong.of(recorded.position()));
        response.setHeader(HttpHeaders.LOCATION, page);
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }

    private void json(Recorded recorded, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(mapper.writeValueAsBytes(recorded));
    }
}
