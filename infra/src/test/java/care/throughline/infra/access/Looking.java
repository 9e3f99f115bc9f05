package care.throughline.infra.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Intake;
import care.throughline.infra.testing.ReadModels;
import care.throughline.query.feed.EventLog;
import care.throughline.query.feed.EventLog.Stored;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Somebody who looks at pages of the running application, and what of that is found in the event store. */
final class Looking {

    private final MockMvc http;
    private final EventLog log;

    Looking(WebApplicationContext application) {
        FilterRegistrationBean<?> recording = (FilterRegistrationBean<?>) application.getBean("accessFilter");
        this.http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(Objects.requireNonNull(recording.getFilter()))
                .apply(springSecurity())
                .build();
        this.log = application.getBean(EventLog.class);
    }

    /** Asks as this account in this role. */
    MockHttpServletResponse look(String account, String role, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(csrf())
                        .with(user(account).authorities(new SimpleGrantedAuthority("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }

    /** Asks as nobody. */
    MockHttpServletResponse look(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    /** Where the store stands; accesses from now on are {@link #since} it. */
    long now() {
        return log.head() + 1;
    }

    /** What was recorded about accesses of this account from a position on. */
    List<Stored> since(long position, String account) {
        return log.read(position, 1_000).stream()
                .filter(event -> event.name().startsWith("access."))
                .filter(event -> account.equals(event.metadata().get("actor")))
                .toList();
    }

    /** Lets a hospital tell of one person who went home two days before the tests' Monday morning. */
    static String discharged(WebApplicationContext application, String number, String family) {
        AdtReader reader = application.getBean(AdtReader.class);
        Intake intake = application.getBean(Intake.class);
        intake.take(reader, message("A01", "26", number, family, ""), "system:mllp");
        intake.take(reader, message("A03", "28", number, family, "20260228130100"), "system:mllp");
        application.getBean(ReadModels.class).awaitAll();
        return application
                .getBean(JdbcClient.class)
                .sql("select patient_id from patients.identifier where value = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** Lets the same hospital say on a day of that month that this person is to be protected. */
    static void protect(WebApplicationContext application, String day, String number, String family) {
        String told = new String(message("A31", day, number, family, ""), StandardCharsets.ISO_8859_1);
        String message = told.substring(0, told.indexOf("PV1|")) + "PD1||||||||||||Y";
        application
                .getBean(Intake.class)
                .take(
                        application.getBean(AdtReader.class),
                        message.getBytes(StandardCharsets.ISO_8859_1),
                        "system:mllp");
        application.getBean(ReadModels.class).awaitAll();
    }

    private static byte[] message(String trigger, String day, String number, String family, String discharged) {
        return """
                MSH|^~\\&|RIVERADT|RVBND|CARECOORD|CLINIC|202602%2$s131018||ADT^%1$s|%3$s%2$s|P|2.5.1
                EVN|%1$s|202602%2$s131000
                PID|1||%3$s^^^RVBND^MR||%4$s^Wren||19480824|F
                PV1|1|I|4W^550^B^RVBND|E||||||MED||||1|||||V%3$s|||||||||||||||||01||||||||20260226112300|%5$s
                DG1|1||I50.9^Heart failure^I10||20260226112300|A
                """.formatted(trigger, day, number, family, discharged)
                .strip()
                .replace('\n', '\r')
                .toUpperCase(Locale.ROOT)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
