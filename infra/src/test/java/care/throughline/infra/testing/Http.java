package care.throughline.infra.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Asks the application as one who is signed in, in JSON, through everything but the socket. */
public final class Http {

    private final MockMvc application;
    private final String account;
    private final String role;

    private Http(MockMvc application, String account, String role) {
        this.application = application;
        this.account = account;
        this.role = role;
    }

    /** As this account in this role, whoever else may have both. */
    public static Http as(String account, String role, WebApplicationContext application) {
        FilterRegistrationBean<?> recording = (FilterRegistrationBean<?>) application.getBean("accessFilter");
        MockMvc entry = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(Objects.requireNonNull(recording.getFilter()))
                .apply(springSecurity())
                .build();
        return new Http(entry, account, role);
    }

    /** The same door for somebody else. */
    public Http as(String other, String otherRole) {
        return new Http(application, other, otherRole);
    }

    public ResultActions read(String path) throws Exception {
        return read(path, MediaType.ALL_VALUE);
    }

    public ResultActions read(String path, String accepted) throws Exception {
        return application.perform(get(path).with(user(account).roles(role)).accept(accepted));
    }

    public ResultActions send(String path, String json) throws Exception {
        return application.perform(post(path)
                .with(user(account).roles(role))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
