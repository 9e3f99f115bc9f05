package care.throughline.infra.web;

import care.throughline.events.Meta;
import care.throughline.infra.actor.CurrentActor;
import care.throughline.query.Names;
import care.throughline.query.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.springframework.security.web.csrf.CsrfToken;

/** Tells a page who looks at it. */
final class Visitors {

    private final CurrentActor actor;
    private final Names names;
    private final UnaryOperator<String> assets;

    Visitors(CurrentActor actor, Names names, UnaryOperator<String> assets) {
        this.actor = actor;
        this.names = names;
        this.assets = assets;
    }

    Visitor of(HttpServletRequest request) {
        Map<String, String> who = actor.metadata();
        String role = who.getOrDefault(Meta.ROLE, "");
        String staff = role.isEmpty() ? "" : who.getOrDefault(Meta.ACTOR, "");
        return new Visitor(
                staff,
                staff.isEmpty() ? "" : names.account(staff),
                role,
                request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "",
                here(request),
                request.getAttribute(AfterPosition.BEHIND) != null,
                Notices.of(request).orElse(""),
                assets);
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        String page = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return ReturnPath.local(page)
                .map(path -> ReturnPath.after(path, OptionalLong.empty()))
                .orElse("/");
    }
}
