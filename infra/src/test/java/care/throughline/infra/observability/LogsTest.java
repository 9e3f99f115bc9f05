package care.throughline.infra.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.infra.testing.ThroughlineTest;
import care.throughline.infra.web.RequestId;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Plants a name wherever a person's data can come in and looks for it in everything that is logged. */
@ThroughlineTest
class LogsTest {

    private static final String CANARY = "Zzyzxqvist";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @Autowired
    private WebApplicationContext application;

    private MockMvc http;

    @BeforeEach
    void listen() {
        FilterRegistrationBean<?> accesses = (FilterRegistrationBean<?>) application.getBean("accessFilter");
        http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(new RequestId(), new AccessLog(), Objects.requireNonNull(accesses.getFilter()))
                .apply(springSecurity())
                .build();
        root.setLevel(Level.INFO);
        logged.start();
        root.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(logged);
        root.setLevel(before);
    }

    @Test
    void what_people_type_never_gets_into_the_log() throws Exception {
        for (String path : List.of(
                "/api/transitions/trn_x/outreach", "/api/transitions/" + CANARY + "/snooze", "/api/patients/search")) {
            send(post(path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"note\":\"" + CANARY + "\",\"channel\":\"" + CANARY + "\",\"at\":\"" + CANARY + "\"}"));
            send(post(path).contentType(MediaType.APPLICATION_JSON).content("{" + CANARY));
            send(post(path).param("note", CANARY).param("at", CANARY).param("q", CANARY));
        }
        send(get("/patients/" + CANARY));
        send(get("/api/patients/pat_x").param("after", CANARY));
        send(get("/" + CANARY).param(CANARY, CANARY));
        send(get("/desk").header("X-Request-Id", CANARY).header("Referer", "http://localhost/?q=" + CANARY));
        http.perform(post("/sign-in").with(csrf()).param("account", CANARY).param("password", CANARY));
        http.perform(post("/fhir")
                .with(user("demo-integration").roles("INTEGRATION"))
                .with(csrf())
                .contentType("application/fhir+json")
                .content(
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":{\"resourceType\":"
                                + "\"Patient\",\"name\":[{\"family\":\"" + CANARY + "\"}],\"birthDate\":\"" + CANARY
                                + "\"}}]}"));

        assertThat(List.copyOf(logged.list))
                .anyMatch(event -> event.getLoggerName().equals("throughline.access"));
        assertThat(everythingLogged()).doesNotContain(CANARY);
    }

    private void send(MockHttpServletRequestBuilder request) throws Exception {
        http.perform(request.with(user("ada.boateng").roles("SUPERVISOR")).with(csrf()));
    }

    private String everythingLogged() {
        FacelessThrowables throwables = new FacelessThrowables();
        return List.copyOf(logged.list).stream()
                .map(event -> event.getLoggerName() + " " + event.getFormattedMessage() + " "
                        + event.getMDCPropertyMap() + " " + event.getKeyValuePairs() + "\n" + throwables.convert(event))
                .collect(Collectors.joining("\n"));
    }
}
