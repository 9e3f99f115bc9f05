package care.throughline.infra.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.infra.testing.ThroughlineTest;
import com.jayway.jsonpath.JsonPath;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ThroughlineTest
class SignInTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Autowired
    private WebApplicationContext application;

    private MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void a_browser_is_shown_to_the_sign_in_and_then_to_the_page_it_wanted() throws Exception {
        MockHttpSession session = new MockHttpSession();
        http.perform(get("/measures").accept(BROWSER).session(session))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/sign-in"));
        String before = session.getId();
        signIn("ivan.petrov", "demo", session).andExpect(redirectedUrl("http://localhost/measures"));
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void without_a_wanted_page_the_role_says_where_to_start() throws Exception {
        MockHttpSession session = new MockHttpSession();
        signIn("nora.quinn", "demo", session).andExpect(redirectedUrl("/"));
        http.perform(get("/").accept(BROWSER).session(session)).andExpect(redirectedUrl("/desk"));
        http.perform(post("/sign-out").with(csrf()).session(session)).andExpect(redirectedUrl("/sign-in?signed-out"));
    }

    @Test
    void a_wrong_password_says_only_that_it_did_not_match_and_too_many_ask_for_a_pause() throws Exception {
        for (int i = 0; i < SignInAttempts.PER_ACCOUNT; i++) {
            signIn("olga.stein", "guess", new MockHttpSession())
                    .andExpect(header().string("Location", "/sign-in?failed"));
        }
        signIn("olga.stein", "demo", new MockHttpSession()).andExpect(header().string("Location", "/sign-in?paused"));
        signIn("no.such.account", "guess", new MockHttpSession())
                .andExpect(header().string("Location", "/sign-in?failed"));
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        http.perform(post("/sign-in")
                        .param("account", "nora.quinn")
                        .param("password", "demo")
                        .accept(BROWSER))
                .andExpect(header().string("Location", "/sign-in"));
    }

    @Test
    void a_program_gets_a_problem_instead_of_a_page() throws Exception {
        http.perform(get("/api/desk"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer realm=\"throughline\""))
                .andExpect(jsonPath("$.reason").value("not-signed-in"));
        http.perform(post("/fhir").contentType("application/fhir+json").content("{}"))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.resourceType").value("OperationOutcome"))
                .andExpect(jsonPath("$.issue[0].code").value("login"));
    }

    @Test
    void a_machine_gets_a_token_for_its_role_and_nothing_more() throws Exception {
        RequestPostProcessor analyst = bearer(token("demo-analyst", "demo"));
        http.perform(get("/api/measures/readmission").with(analyst))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isNotIn(401, 403));
        http.perform(get("/api/desk").with(analyst))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.reason").value("not-allowed"));
        http.perform(get("/measures").with(analyst).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isUnauthorized());
        http.perform(get("/api/desk").with(bearer("not.a.token"))).andExpect(status().isUnauthorized());
        askForToken("demo-analyst", "guess")
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.error").value("invalid_client"));
    }

    @Test
    void a_machine_that_guesses_a_secret_is_asked_for_a_pause_and_others_are_not() throws Exception {
        for (int i = 0; i < SignInAttempts.PER_ACCOUNT; i++) {
            askForToken("guessing", "guess").andExpect(status().isUnauthorized());
        }
        askForToken("guessing", "guess")
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.error").value("slow_down"));
        askForToken("demo-analyst", "demo").andExpect(status().isOk());
    }

    @Test
    void every_answer_carries_the_headers_that_keep_pages_to_themselves() throws Exception {
        http.perform(get("/sign-in").accept(BROWSER).secure(true))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", SecurityConfiguration.CONTENT_POLICY))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().exists("Permissions-Policy"))
                .andExpect(header().exists("Strict-Transport-Security"));
        assertThat(SecurityConfiguration.CONTENT_POLICY).doesNotContain("unsafe", "*", "http");
    }

    private ResultActions signIn(String account, String password, MockHttpSession session) throws Exception {
        return http.perform(post("/sign-in")
                .with(csrf())
                .session(session)
                .param("account", account)
                .param("password", password));
    }

    private String token(String client, String secret) throws Exception {
        String answer = askForToken(client, secret)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Objects.requireNonNull(JsonPath.read(answer, "$.access_token"));
    }

    private ResultActions askForToken(String client, String secret) throws Exception {
        return http.perform(post("/oauth2/token")
                .param("grant_type", "client_credentials")
                .param("client_id", client)
                .param("client_secret", secret));
    }

    private static RequestPostProcessor bearer(String token) {
        return request -> {
            request.addHeader("Authorization", "Bearer " + token);
            return request;
        };
    }
}
