package care.throughline.infra.security;

import static care.throughline.infra.security.Capability.ARRIVE;
import static care.throughline.infra.security.Capability.COORDINATE;
import static care.throughline.infra.security.Capability.CORRECT_IDENTITY;
import static care.throughline.infra.security.Capability.FOLLOW_MESSAGES;
import static care.throughline.infra.security.Capability.OPERATE;
import static care.throughline.infra.security.Capability.READ_FEED;
import static care.throughline.infra.security.Capability.REPAIR_MESSAGES;
import static care.throughline.infra.security.Capability.SEE_MEASURES;
import static care.throughline.infra.security.Capability.SEE_MESSAGES;
import static care.throughline.infra.security.Capability.SEE_PATIENTS;
import static care.throughline.infra.security.Capability.SEE_WORK;
import static care.throughline.infra.security.Capability.SEND_RECORDS;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Which route needs which capability. The first line that matches decides; a route on no line is closed to everybody. */
final class Routes {

    private static final List<Route> TABLE = List.of(
            open(GET, "/sign-in"),
            open(GET, "/assets/**"),
            open(GET, "/webjars/**"),
            open(GET, "/openapi/**"),
            open(GET, "/openapi.yaml"),
            open(GET, "/actuator/health/**"),
            route(GET, "/", ARRIVE),
            route(GET, "/desk/**", SEE_WORK),
            route(GET, "/transitions/**", SEE_WORK),
            route(GET, "/overnight/**", SEE_WORK),
            route(GET, "/patients/**", SEE_PATIENTS),
            route(POST, "/patients/search", SEE_PATIENTS),
            route(GET, "/intake/**", SEE_MESSAGES),
            route(GET, "/measures/**", SEE_MEASURES),
            route(null, "/operations/**", OPERATE),
            route(GET, "/api/desk/**", SEE_WORK),
            route(GET, "/api/transitions/**", SEE_WORK),
            route(GET, "/api/overnight/**", SEE_WORK),
            route(POST, "/api/transitions/*/**", COORDINATE),
            route(POST, "/api/patients/search", SEE_PATIENTS),
            route(POST, "/api/patients/*/unmerge", CORRECT_IDENTITY),
            route(POST, "/api/patients/*/coordinator", COORDINATE),
            route(POST, "/api/patients/*/take", COORDINATE),
            route(POST, "/api/patients/*/handoff/*", COORDINATE),
            route(GET, "/api/patients/**", SEE_PATIENTS),
            route(GET, "/api/intake/**", FOLLOW_MESSAGES),
            route(POST, "/api/intake/**", REPAIR_MESSAGES),
            route(GET, "/api/measures/**", SEE_MEASURES),
            route(GET, "/api/feed", READ_FEED),
            route(null, "/api/operations/**", OPERATE),
            route(POST, "/fhir", SEND_RECORDS),
            route(null, "/actuator/**", OPERATE));

    private Routes() {}

    /** The line that decides on this request, if any does. */
    static Optional<Route> of(HttpServletRequest request) {
        return TABLE.stream().filter(route -> route.matcher().matches(request)).findFirst();
    }

    /** @param needs what it takes, or nothing if it is open to everybody */
    record Route(PathPatternRequestMatcher matcher, Optional<Capability> needs) {}

    private static Route open(HttpMethod method, String pattern) {
        return new Route(PathPatternRequestMatcher.pathPattern(method, pattern), Optional.empty());
    }

    /** @param method null for every method */
    private static Route route(@Nullable HttpMethod method, String pattern, Capability needs) {
        return new Route(
                method == null
                        ? PathPatternRequestMatcher.pathPattern(pattern)
                        : PathPatternRequestMatcher.pathPattern(method, pattern),
                Optional.of(needs));
    }
}
