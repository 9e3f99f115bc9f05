package care.throughline.infra.past;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the application for JSON: the pages of now as a coordinator, those of the past as a supervisor. */
final class Browse {

    /** Known to no other test. */
    static final String COORDINATOR = "thea.past";

    private final MockMvc http;

    Browse(WebApplicationContext application) {
        this.http = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(Objects.requireNonNull(application
                        .getBean("accessFilter", FilterRegistrationBean.class)
                        .getFilter()))
                .apply(springSecurity())
                .build();
    }

    JsonNode get(String address) {
        boolean past = address.startsWith("/api/past");
        try {
            return JsonMapper.shared()
                    .readTree(http.perform(MockMvcRequestBuilders.get(address)
                                    .accept(MediaType.APPLICATION_JSON)
                                    .with(
                                            past
                                                    ? user("ada.boateng").roles("SUPERVISOR")
                                                    : user(COORDINATOR).roles("COORDINATOR")))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsByteArray());
        } catch (Exception failure) {
            throw new IllegalStateException(address, failure);
        }
    }

    /** Sends a command as a supervisor who coordinates; true if it was done, false if it was refused.
     *
     * @param body JSON with single quotes
     */
    boolean send(String address, String body) {
        try {
            int status = http.perform(post(address)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body.replace('\'', '"'))
                            .accept(MediaType.APPLICATION_JSON)
                            .with(csrf())
                            .with(user("ada.boateng").roles("SUPERVISOR")))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            if (status >= 500 || status == 404 || status == 400) {
                throw new IllegalStateException(address + " answers " + status);
            }
            return status < 300;
        } catch (Exception failure) {
            throw new IllegalStateException(address, failure);
        }
    }

    /** The coordinator takes these patients, as far as nobody has them. */
    void take(List<String> people) {
        for (String person : people) {
            try {
                http.perform(post("/api/patients/{id}/take", person)
                        .accept(MediaType.APPLICATION_JSON)
                        .with(csrf())
                        .with(user(COORDINATOR).roles("COORDINATOR")));
            } catch (Exception failure) {
                throw new IllegalStateException(person, failure);
            }
        }
    }
}
