package care.throughline.infra.security;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Looks the request up in the one table and asks the one decision. */
public final class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String QUESTION = RouteAuthorization.class.getName() + ".question";
    private static final String DECISION = RouteAuthorization.class.getName() + ".decision";

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<Routes.Route> route = Routes.of(request);
        boolean granted = route.isPresent()
                && (route.get().needs().isEmpty()
                        || decide(authentication.get(), route.get().needs().get(), request)
                                instanceof Access.Decision.Permit);
        return new AuthorizationDecision(granted);
    }

    /** What was asked by this request, if it came so far; more can be asked {@link Access.Question#about about} its patients. */
    public static Optional<Access.Question> questionOf(ServletRequest request) {
        return Optional.ofNullable((Access.Question) request.getAttribute(QUESTION));
    }

    /** What was decided on this request, if it came so far. */
    public static Optional<Access.Decision> decisionOn(HttpServletRequest request) {
        return Optional.ofNullable((Access.Decision) request.getAttribute(DECISION));
    }

    private static Access.Decision decide(Authentication who, Capability capability, HttpServletRequest request) {
        Access.Question question = question(who, capability, channelOf(request));
        Access.Decision decision = Access.decide(question);
        request.setAttribute(QUESTION, question);
        request.setAttribute(DECISION, decision);
        return decision;
    }

    /** What whoever is signed in asks for by that capability alone, whomever it may be about. */
    static Access.Question question(Authentication who, Capability capability, Access.Channel channel) {
        Set<Role> roles = SignedIn.rolesOf(who);
        String purpose = roles.stream().sorted().findFirst().map(Role::purpose).orElse("");
        return new Access.Question(roles, capability, purpose, channel, Optional.empty(), Optional.empty());
    }

    private static Access.Channel channelOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/fhir")) {
            return Access.Channel.FHIR;
        }
        return path.startsWith("/api/") || path.startsWith("/actuator/") ? Access.Channel.API : Access.Channel.PAGE;
    }
}
