package care.throughline.infra.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page where people sign in: with a password, or by one of the configured issuers. */
@Controller
final class SignInPage {

    private final boolean withPassword;
    private final ObjectProvider<ClientRegistrationRepository> issuers;

    SignInPage(boolean withPassword, ObjectProvider<ClientRegistrationRepository> issuers) {
        this.withPassword = withPassword;
        this.issuers = issuers;
    }

    @GetMapping(Doors.SIGN_IN)
    ModelAndView show(HttpServletRequest request) {
        return new ModelAndView(
                "web/sign-in",
                Map.of("notice", notice(request), "withPassword", withPassword, "issuers", issuersByLink()));
    }

    private static String notice(HttpServletRequest request) {
        if (request.getParameter("failed") != null) {
            return "Account and password did not match. Check both and try again.";
        }
        if (request.getParameter("paused") != null) {
            return "Too many attempts. Wait five minutes, then try again.";
        }
        return request.getParameter("signed-out") == null ? "" : "You are signed out.";
    }

    /** The issuers' names by the address where signing in with them starts. */
    private Map<String, String> issuersByLink() {
        Iterable<?> configured = issuers.getIfAvailable() instanceof Iterable<?> known ? known : List.of();
        return StreamSupport.stream(configured.spliterator(), false)
                .map(ClientRegistration.class::cast)
                .collect(Collectors.toMap(
                        one -> "/oauth2/authorization/" + one.getRegistrationId(), ClientRegistration::getClientName));
    }
}
