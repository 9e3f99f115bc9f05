package care.throughline.infra.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.infra.web.EdgeForTests.Edge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What somebody gets who asked for something that cannot be. */
@SpringBootTest(classes = Edge.class)
@ResourceLock("the edge under test")
class ProblemsTest {

    @Autowired
    private WebApplicationContext context;

    private MockMvc http;

    @BeforeEach
    void start() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(new RequestId())
                .build();
    }

    @Test
    void a_refusal_is_a_problem_with_its_reason_and_the_request_id() throws Exception {
        http.perform(post("/refused").header("X-Request-Id", "0123456789abcdef-42"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.reason").value("transition-already-ended"))
                .andExpect(jsonPath("$.detail").value("This transition has ended. Look at its page."))
                .andExpect(jsonPath("$.correlationId").value("0123456789abcdef-42"))
                .andExpect(header().string("X-Request-Id", "0123456789abcdef-42"));
    }

    @Test
    void a_script_of_the_page_gets_the_problem_too() throws Exception {
        http.perform(post("/refused").header("HX-Request", "true").accept("text/html, */*"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value("This transition has ended. Look at its page."));
    }

    @Test
    void a_refusal_to_a_browser_keeps_what_was_typed() throws Exception {
        http.perform(post("/refused")
                        .accept(MediaType.TEXT_HTML)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("note", "she said \"call <later>\"")
                        .param("_csrf", "secret"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("This transition has ended."),
                                containsString("call &lt;later>"),
                                not(containsString("secret")))));
    }

    @Test
    void what_cannot_be_read_is_named_but_not_repeated() throws Exception {
        String answer = form("by=a&on=Ramirez&at=2026-11-30T09:15")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("The field 'on' is missing or not in the expected form. "
                                + "Expected a date like 2026-11-30. Correct it and send it again."))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("Ramirez");
        form("on=2026-11-30&at=2026-11-30T09:15")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("The field 'by' is missing or not in the expected form. Correct it and send it again."));
        http.perform(post("/notes/stay_1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("The parameter 'patient' could not be read. Expected an identifier that starts with "
                                + "'pat_'. Correct it and send it again."));
    }

    @Test
    void what_breaks_says_nothing_about_how() throws Exception {
        String answer = http.perform(get("/broken"))
                .andExpect(status().isInternalServerError())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("Ramirez").contains("broken").contains("correlationId");
    }

    @Test
    void an_unknown_address_is_a_problem_too() throws Exception {
        http.perform(get("/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.reason").value("not-found"));
    }

    private ResultActions form(String body) throws Exception {
        return http.perform(post("/notes/pat_1")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(body));
    }
}
