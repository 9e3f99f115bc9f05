package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** The evidence for a payer is made of what is recorded, the same on every channel. */
@ThroughlineTest
class DossierTest {

    private static final String ASKED = """
            {"authorization":"aut_dossier","specialty":"HOME_HEALTH","service":"Wound care twice a week","units":12,
             "payer":"Acme Health","program":"MEDICARE_ADVANTAGE","priority":"STANDARD"}""";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @Test
    void page_json_and_document_tell_the_same_facts_with_their_events() throws Exception {
        Looking looking = new Looking(application);
        String patient = Looking.discharged(application, "6640991", "LARKMEADOW");
        told(looking, "/api/patients/" + patient + "/authorizations", ASKED);
        told(
                looking,
                "/api/authorizations/aut_dossier/denied",
                "{\"reason\":\"NOT_MEDICALLY_NECESSARY\",\"words\":\"Not shown to be needed\"}");
        readModels.awaitAll();

        String json = asked(looking, "/api/authorizations/aut_dossier/dossier").getContentAsString();
        String page = asked(looking, "/authorizations/aut_dossier/dossier").getContentAsString();
        MockHttpServletResponse document = asked(looking, "/authorizations/aut_dossier/dossier.pdf");
        assertThat(document.getContentType()).isEqualTo("application/pdf");
        for (String text : new String[] {json, page, PdfText.of(document)}) {
            assertThat(text.replaceAll("\\s+", " "))
                    .containsIgnoringCase("Larkmeadow")
                    .contains(
                            "Wound care twice a week",
                            "Not shown to be needed",
                            "not medically necessary",
                            "Discharged");
        }
        assertThat(PdfText.of(document)).containsPattern("recorded .*; event \\d+");
    }

    private static MockHttpServletResponse asked(Looking looking, String path) throws Exception {
        MockHttpServletResponse answer = looking.look("nora.quinn", "COORDINATOR", get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer;
    }

    private static void told(Looking looking, String path, String json) throws Exception {
        MockHttpServletResponse answer = looking.look(
                "nora.quinn",
                "COORDINATOR",
                post(path).contentType(MediaType.APPLICATION_JSON).content(json));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    }
}
