package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** Filters of the audit are kept under a name, opened again, shared and discarded, from the page as from programs. */
@ThroughlineTest
class SavedInvestigationsTest {

    private static int number;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ReadModels readModels;

    private Looking looking;
    private String id;
    private String title;

    @BeforeEach
    void somebody_saves_from_the_page() throws Exception {
        looking = new Looking(application);
        number++;
        id = "inv_test" + number;
        title = "Refusals & more, " + number;
        MockHttpServletResponse answer = looking.look(
                "cleo.marsh",
                "COMPLIANCE",
                post("/api/investigations")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .accept(MediaType.TEXT_HTML)
                        .param("investigation", id)
                        .param("title", title)
                        .param("event", "access.DataRefused")
                        .param("recordedFrom", "2026-02-01T00:00")
                        .param("return", "/audit"));
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(looking.look("cleo.marsh", "COMPLIANCE", get(URI.create(String.valueOf(answer.getRedirectedUrl()))))
                        .getStatus())
                .as("the page comes back")
                .isEqualTo(200);
        readModels.awaitAll();
    }

    @Test
    void it_stands_on_the_page_of_its_owner_as_a_link_to_the_same_question() throws Exception {
        assertThat(page("cleo.marsh"))
                .contains("Refusals &amp; more, " + number, "yours alone")
                .contains("/audit?event=access.DataRefused&amp;recordedFrom=2026-02-01T00%3A00");
        assertThat(page("ruth.adler")).doesNotContain("Refusals &amp; more, " + number);
        assertThat(looking.look("cleo.marsh", "COMPLIANCE", get("/api/investigations"))
                        .getContentAsString())
                .contains(id, "access.DataRefused");
    }

    @Test
    void colleagues_see_it_once_it_is_shared_and_cannot_discard_it() throws Exception {
        act("cleo.marsh", "share");
        assertThat(page("ruth.adler")).contains("Refusals &amp; more, " + number, "shared by cleo.marsh");
        assertThat(act("ruth.adler", "discard").getContentAsString()).contains("not-yours");
        act("cleo.marsh", "keep-private");
        assertThat(page("ruth.adler")).doesNotContain("Refusals &amp; more, " + number);
    }

    @Test
    void once_discarded_it_is_gone_but_who_saved_and_discarded_it_is_known() throws Exception {
        act("cleo.marsh", "discard");

        assertThat(page("cleo.marsh")).doesNotContain("Refusals &amp; more, " + number);
        assertThat(looking.look("ruth.adler", "COMPLIANCE", get("/api/audit/events?capability=investigation&size=500"))
                        .getContentAsString())
                .contains("investigation.InvestigationSaved", "investigation.InvestigationDiscarded", id, "cleo.marsh");
    }

    private MockHttpServletResponse act(String account, String what) throws Exception {
        MockHttpServletResponse answer = looking.look(
                account,
                "COMPLIANCE",
                post("/api/investigations/" + id + "/" + what)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"));
        readModels.awaitAll();
        return answer;
    }

    private String page(String account) throws Exception {
        MockHttpServletResponse answer = looking.look(account, "COMPLIANCE", get("/audit?capability=access"));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }
}
