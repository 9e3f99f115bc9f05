package care.throughline.infra.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Remembers the page somebody wanted before they had to sign in; not what scripts and programs asked for. */
final class PagesToComeBackTo extends HttpSessionRequestCache {

    @SuppressWarnings("NullAway") // null is how its documentation says that no parameter is added
    PagesToComeBackTo() {
        setMatchingRequestParameterName(null);
        setRequestMatcher(PagesToComeBackTo::isPage);
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains("text/html")
                && request.getHeader("HX-Request") == null;
    }
}
