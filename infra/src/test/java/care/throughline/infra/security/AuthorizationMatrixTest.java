package care.throughline.infra.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import care.throughline.infra.testing.ThroughlineTest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks every route that anything is registered under, as every role and as nobody, without running its handler. */
@ThroughlineTest
class AuthorizationMatrixTest {

    private static final String TABLE = "authorization-matrix.csv";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final Route NOWHERE = new Route("GET", "/not/on/any/line");

    private record Route(String method, String pattern) {}

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private FilterChainProxy gate;

    @Test
    void every_route_opens_for_exactly_the_roles_of_the_table() throws IOException {
        Set<String> expected = lines();
        Set<String> actual = routes().map(this::line).collect(Collectors.toCollection(TreeSet::new));
        Set<String> unexpected = new TreeSet<>(actual);
        unexpected.removeAll(expected);
        Set<String> gone = new TreeSet<>(expected);
        gone.removeAll(actual);
        assertThat(unexpected)
                .as(
                        "Routes that are new or open for others than %s says. Give a new route its line in Routes first; "
                                + "if what is below is meant, put it into src/test/resources/%s instead of %s",
                        TABLE, TABLE, gone)
                .isEmpty();
        assertThat(gone)
                .as("Lines of %s whose route is gone; remove them", TABLE)
                .isEmpty();
    }

    @Test
    void nobody_gets_in_but_by_the_few_open_routes() throws IOException {
        assertThat(lines().stream()
                        .filter(line -> line.contains(",nobody"))
                        .map(line -> List.of(line.split(",")).get(1)))
                .containsOnly(
                        "/sign-in",
                        "/assets/**",
                        "/webjars/**",
                        "/openapi",
                        "/openapi.yaml",
                        "/fhir/metadata",
                        "/actuator/health",
                        "/actuator/health/**");
    }

    @Test
    void a_route_on_no_line_is_closed_to_everybody() throws Exception {
        for (Role role : Role.values()) {
            assertThat(opens(NOWHERE, role)).isFalse();
        }
        assertThat(opens(NOWHERE, null)).isFalse();
    }

    private static Set<String> lines() throws IOException {
        String text = new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String line(Route route) {
        Stream<String> nobody = opens(route, null) ? Stream.of("nobody") : Stream.empty();
        Stream<String> roles =
                Stream.of(Role.values()).filter(role -> opens(route, role)).map(Role::name);
        return route.method() + "," + route.pattern() + ","
                + Stream.concat(nobody, roles).collect(Collectors.joining(" "));
    }

    private Stream<Route> routes() {
        Stream<Route> handlers = application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AuthorizationMatrixTest::routesOf);
        Stream<Route> files = application.getBeansOfType(SimpleUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getUrlMap().keySet().stream())
                .map(pattern -> new Route("GET", pattern));
        return Stream.concat(handlers, files).distinct();
    }

    private static Stream<Route> routesOf(RequestMappingInfo info) {
        List<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? METHODS
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> new Route(method, pattern)));
    }

    private boolean opens(Route route, @Nullable Role role) {
        String path = route.pattern()
                .replaceAll("\\{[^}]*}", "x1")
                .replace("/**", "/x2")
                .replace("*", "x3");
        MockHttpServletRequest request =
                new MockHttpServletRequest(application.getServletContext(), route.method(), path);
        request.addHeader("Accept", "application/json");
        request = csrf().postProcessRequest(request);
        if (role != null) {
            request = user("matrix")
                    .authorities(new SimpleGrantedAuthority(role.authority()))
                    .postProcessRequest(request);
        }
        MockFilterChain beyond = new MockFilterChain();
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            gate.doFilter(request, response, beyond);
        } catch (IOException | ServletException failure) {
            throw new AssertionError("the gate failed on " + route, failure);
        }
        if (beyond.getRequest() == null) {
            assertThat(response.getStatus()).as("%s as %s", route, role).isEqualTo(role == null ? 401 : 403);
        }
        return beyond.getRequest() != null;
    }
}
