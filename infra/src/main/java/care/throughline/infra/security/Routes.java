package care.throughline.infra.security;

import static care.throughline.infra.security.Capability.ANSWER_REFERRAL;
import static care.throughline.infra.security.Capability.ARRIVE;
import static care.throughline.infra.security.Capability.BEGIN_LOG;
import static care.throughline.infra.security.Capability.BREAK_GLASS;
import static care.throughline.infra.security.Capability.COORDINATE;
import static care.throughline.infra.security.Capability.CORRECT_IDENTITY;
import static care.throughline.infra.security.Capability.ERASE;
import static care.throughline.infra.security.Capability.EXCHANGE_TASKS;
import static care.throughline.infra.security.Capability.GUARD_CHARTS;
import static care.throughline.infra.security.Capability.KEEP_DIRECTORY;
import static care.throughline.infra.security.Capability.OPERATE;
import static care.throughline.infra.security.Capability.READ_FEED;
import static care.throughline.infra.security.Capability.READ_MESSAGES;
import static care.throughline.infra.security.Capability.RECORD_CONSENT;
import static care.throughline.infra.security.Capability.RECORD_DISCLOSURES;
import static care.throughline.infra.security.Capability.REPAIR_MESSAGES;
import static care.throughline.infra.security.Capability.SEE_ACCESSES;
import static care.throughline.infra.security.Capability.SEE_AUDIT;
import static care.throughline.infra.security.Capability.SEE_DIRECTORY;
import static care.throughline.infra.security.Capability.SEE_LEDGER;
import static care.throughline.infra.security.Capability.SEE_MEASURES;
import static care.throughline.infra.security.Capability.SEE_MESSAGES;
import static care.throughline.infra.security.Capability.SEE_PAST;
import static care.throughline.infra.security.Capability.SEE_PATIENTS;
import static care.throughline.infra.security.Capability.SEE_WORK;
import static care.throughline.infra.security.Capability.SEND_RECORDS;
import static care.throughline.infra.security.Capability.SUBSCRIBE;
import static care.throughline.infra.security.Capability.TAKE_EVIDENCE;
import static care.throughline.infra.security.Routes.Shows.NOTHING;
import static care.throughline.infra.security.Routes.Shows.PEOPLE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Which route needs which capability and what it shows. The first line that matches decides; a route on no line is closed
 * to everybody.
 */
public final class Routes {

    private static final List<Route> TABLE = List.of(
            open(GET, "/sign-in"),
            open(GET, "/assets/**"),
            open(GET, "/webjars/**"),
            open(GET, "/openapi/**"),
            open(GET, "/openapi.yaml"),
            open(GET, "/actuator/health/**"),
            route(GET, "/", ARRIVE, NOTHING),
            route(GET, "/desk/live", SEE_WORK, NOTHING),
            route(GET, "/desk/**", SEE_WORK, PEOPLE),
            route(GET, "/transitions/**", SEE_WORK, PEOPLE),
            route(GET, "/referrals/**", SEE_WORK, PEOPLE),
            route(GET, "/authorizations/**", SEE_WORK, PEOPLE),
            route(POST, "/referrals/*/performers/*/link", COORDINATE, NOTHING),
            route(GET, "/link/*", ANSWER_REFERRAL, PEOPLE),
            route(POST, "/link/*/*", ANSWER_REFERRAL, NOTHING),
            route(GET, "/calendar/**", SEE_WORK, PEOPLE),
            route(GET, "/subscriptions", SEE_WORK, NOTHING),
            route(POST, "/subscriptions", COORDINATE, NOTHING),
            route(GET, "/ical/*", SUBSCRIBE, PEOPLE),
            route(GET, "/overnight/**", SEE_WORK, PEOPLE),
            route(GET, "/patients", SEE_PATIENTS, NOTHING),
            route(GET, "/patients/**", SEE_PATIENTS, PEOPLE),
            route(POST, "/patients/search", SEE_PATIENTS, PEOPLE),
            route(GET, "/directory/*/seen", SEE_DIRECTORY, PEOPLE),
            route(GET, "/directory/**", SEE_DIRECTORY, NOTHING),
            route(GET, "/intake", SEE_MESSAGES, NOTHING),
            route(GET, "/intake/**", SEE_MESSAGES, PEOPLE),
            route(GET, "/audit/**", SEE_AUDIT, PEOPLE),
            route(GET, "/past", SEE_PAST, NOTHING),
            route(GET, "/past/**", SEE_PAST, PEOPLE),
            route(GET, "/measures/*/members", SEE_MEASURES, PEOPLE),
            route(GET, "/measures/*/*/members", SEE_MEASURES, PEOPLE),
            route(GET, "/measures/**", SEE_MEASURES, NOTHING),
            route(GET, "/restrictions", GUARD_CHARTS, PEOPLE),
            route(GET, "/api/restrictions/**", GUARD_CHARTS, PEOPLE),
            route(GET, "/accesses", SEE_ACCESSES, PEOPLE),
            route(GET, "/accesses/accounting.pdf", SEE_ACCESSES, PEOPLE),
            route(GET, "/api/accesses", SEE_ACCESSES, PEOPLE),
            route(GET, "/fhir/AuditEvent", SEE_ACCESSES, PEOPLE),
            route(GET, "/ledger/**", SEE_LEDGER, NOTHING),
            route(POST, "/ledger/verify", TAKE_EVIDENCE, NOTHING),
            route(GET, "/erasures/**", ERASE, PEOPLE),
            route(null, "/operations/**", OPERATE, NOTHING),
            route(GET, "/api/desk/**", SEE_WORK, PEOPLE),
            route(GET, "/api/transitions/**", SEE_WORK, PEOPLE),
            route(GET, "/api/overnight/**", SEE_WORK, PEOPLE),
            route(POST, "/api/desk/rounds/**", COORDINATE, NOTHING),
            route(POST, "/api/transitions/*/**", COORDINATE, NOTHING),
            route(GET, "/api/calendar", SEE_WORK, PEOPLE),
            route(GET, "/api/calendar/feeds", SEE_WORK, NOTHING),
            route(POST, "/api/calendar/feeds/**", COORDINATE, NOTHING),
            route(GET, "/api/appointments/*", SEE_WORK, PEOPLE),
            route(POST, "/api/appointments/*/*", COORDINATE, NOTHING),
            route(POST, "/api/patients/*/appointments", COORDINATE, NOTHING),
            route(POST, "/api/patients/*/hours", COORDINATE, NOTHING),
            route(POST, "/api/patients/*/commitments/**", COORDINATE, NOTHING),
            route(POST, "/api/patients/*/barriers-reviewed", COORDINATE, NOTHING),
            route(GET, "/api/referrals/**", SEE_WORK, PEOPLE),
            route(POST, "/api/referrals/*/**", COORDINATE, NOTHING),
            route(POST, "/api/patients/*/referrals", COORDINATE, NOTHING),
            route(GET, "/api/authorizations/**", SEE_WORK, PEOPLE),
            route(POST, "/api/authorizations/*/*", COORDINATE, NOTHING),
            route(POST, "/api/patients/*/authorizations", COORDINATE, NOTHING),
            route(POST, "/api/patients/search", SEE_PATIENTS, PEOPLE),
            route(POST, "/api/patients/*/unmerge", CORRECT_IDENTITY, NOTHING),
            route(POST, "/api/patients/*/coordinator", COORDINATE, NOTHING),
            route(POST, "/api/patients/*/take", COORDINATE, NOTHING),
            route(POST, "/api/patients/*/handoff/*", COORDINATE, NOTHING),
            route(POST, "/api/patients/*/restriction/**", GUARD_CHARTS, NOTHING),
            route(POST, "/api/patients/*/glass/*/review", GUARD_CHARTS, NOTHING),
            route(POST, "/api/patients/*/glass/**", BREAK_GLASS, NOTHING),
            route(POST, "/api/patients/*/consents/**", RECORD_CONSENT, NOTHING),
            route(POST, "/api/patients/*/disclosures/**", RECORD_DISCLOSURES, NOTHING),
            route(GET, "/api/investigations", SEE_AUDIT, PEOPLE),
            route(POST, "/api/investigations/**", SEE_AUDIT, NOTHING),
            route(POST, "/api/patients/*/erasure/*", ERASE, NOTHING),
            route(GET, "/api/erasures/**", ERASE, PEOPLE),
            route(GET, "/api/retention", ERASE, NOTHING),
            route(POST, "/api/retention/**", ERASE, NOTHING),
            route(GET, "/api/patients/**", SEE_PATIENTS, PEOPLE),
            route(GET, "/api/directory/*/seen", SEE_DIRECTORY, PEOPLE),
            route(GET, "/api/directory/**", SEE_DIRECTORY, NOTHING),
            route(POST, "/api/directory/**", KEEP_DIRECTORY, NOTHING),
            route(GET, "/api/intake", SEE_MESSAGES, NOTHING),
            route(GET, "/api/intake/*/text", READ_MESSAGES, PEOPLE),
            route(GET, "/api/intake/**", SEE_MESSAGES, PEOPLE),
            route(POST, "/api/intake/**", REPAIR_MESSAGES, NOTHING),
            route(GET, "/api/audit/**", SEE_AUDIT, PEOPLE),
            route(GET, "/api/past/**", SEE_PAST, PEOPLE),
            route(GET, "/api/measures/*/members", SEE_MEASURES, PEOPLE),
            route(GET, "/api/measures/*/*/members", SEE_MEASURES, PEOPLE),
            route(GET, "/api/measures/**", SEE_MEASURES, NOTHING),
            route(GET, "/api/feed", READ_FEED, PEOPLE),
            route(GET, "/api/ledger/export", TAKE_EVIDENCE, PEOPLE),
            route(POST, "/api/ledger/verifications", TAKE_EVIDENCE, NOTHING),
            route(POST, "/api/ledger/successor", BEGIN_LOG, NOTHING),
            route(GET, "/api/ledger/**", SEE_LEDGER, NOTHING),
            route(null, "/api/operations/**", OPERATE, NOTHING),
            route(POST, "/fhir", SEND_RECORDS, NOTHING),
            route(GET, "/fhir/Task/**", EXCHANGE_TASKS, PEOPLE),
            route(PUT, "/fhir/Task/*", EXCHANGE_TASKS, NOTHING),
            route(PATCH, "/fhir/Task/*", EXCHANGE_TASKS, PEOPLE),
            route(GET, "/fhir/ServiceRequest/**", EXCHANGE_TASKS, PEOPLE),
            open(GET, "/fhir/metadata"),
            route(null, "/actuator/**", OPERATE, NOTHING));

    private Routes() {}

    /** The line that decides on this request, if any does. */
    public static Optional<Route> of(HttpServletRequest request) {
        return TABLE.stream().filter(route -> route.matcher().matches(request)).findFirst();
    }

    /** What an answer holds. */
    public enum Shows {
        /** What is known of people, or of pseudonyms one by one: whoever is shown it is recorded. */
        PEOPLE,
        /** Nothing about any one person. */
        NOTHING
    }

    /**
     * One line.
     *
     * @param view method and pattern, as accesses are recorded under if no handler was reached
     * @param needs what it takes, or nothing if it is open to everybody
     */
    public record Route(String view, PathPatternRequestMatcher matcher, Optional<Capability> needs, Shows shows) {}

    private static Route open(HttpMethod method, String pattern) {
        return new Route(
                method + " " + pattern,
                PathPatternRequestMatcher.pathPattern(method, pattern),
                Optional.empty(),
                NOTHING);
    }

    /** @param method null for every method */
    private static Route route(@Nullable HttpMethod method, String pattern, Capability needs, Shows shows) {
        return new Route(
                method == null ? pattern : method + " " + pattern,
                method == null
                        ? PathPatternRequestMatcher.pathPattern(pattern)
                        : PathPatternRequestMatcher.pathPattern(method, pattern),
                Optional.of(needs),
                shows);
    }
}
