package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import java.net.URI;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** What was told to others by hand is found by page, JSON, FHIR and PDF alike, and goes with the person. */
@ThroughlineTest
class DisclosuresAreAccountedForTest {

    private static int people;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ReadModels readModels;

    private Looking looking;
    private String name;
    private String patient;

    @BeforeEach
    void a_fax_went_to_public_health() throws Exception {
        looking = new Looking(application);
        people++;
        name = "QUILLFEATHER" + "ABCDEFGHIJ".charAt(people);
        patient = Looking.discharged(application, "664005" + people, name);
        tell("nora.quinn", "COORDINATOR", "", """
                {"disclosure":"dis_fax%s","basis":"PUBLIC_HEALTH","recipient":"County health department",
                 "address":"1 Main St, Riverbend","what":"Tuberculosis test result","purpose":"Reportable disease",
                 "at":"2026-02-27T15:04:00Z"}""".formatted(people));
    }

    @Test
    void every_channel_tells_when_to_whom_what_and_why() throws Exception {
        for (String path : List.of("/patients/#/disclosures", "/api/patients/#/disclosures")) {
            assertThat(asked(path).getContentAsString())
                    .as(path)
                    .contains(
                            "County health department",
                            "1 Main St, Riverbend",
                            "Tuberculosis test result",
                            "Reportable disease");
        }
        assertThat(asked("/patients/#/disclosures").getContentAsString())
                .containsIgnoringCase(name)
                .contains("Feb 27, 2026", "10:04", "164.512(b)", "Nora Quinn");

        AuditEvent event = disclosed(asked("/fhir/AuditEvent?patient=#"));
        assertThat(event.getPeriod().getStartElement().getValueAsString()).startsWith("2026-02-27T15:04");
        assertThat(event.getAgent().get(1).getWho().getDisplay()).isEqualTo("County health department");
        assertThat(event.getAgent().get(1).getLocation().getDisplay()).isEqualTo("1 Main St, Riverbend");
        assertThat(event.getPurposeOfEventFirstRep().getText()).isEqualTo("Reportable disease");
        assertThat(event.getEntity().getFirst().getWhat().getReference()).isEqualTo("Patient/" + patient);

        assertThat(pdf())
                .containsIgnoringCase(name)
                .contains(
                        "Accounting of disclosures",
                        "Period: ",
                        "six years",
                        "Feb 27, 2026",
                        "County health department, 1 Main St, Riverbend",
                        "What: Tuberculosis test result",
                        "Purpose: Reportable disease",
                        "Allowed by: Public health (164.512(b))",
                        "Shown through this system");
    }

    @Test
    void the_document_tells_who_was_shown_the_record_here() throws Exception {
        looking.look("sam.ortiz", "COORDINATOR", get("/patients/" + patient));
        readModels.awaitAll();

        assertThat(pdf()).contains("Sam Ortiz (coordinator), The patient page, for treatment");
    }

    @Test
    void what_was_recorded_in_error_stays_on_the_page_and_is_not_handed_out() throws Exception {
        tell("ada.boateng", "SUPERVISOR", "/dis_fax" + people + "/withdraw", "{\"reason\":\"another patient\"}");

        assertThat(asked("/patients/#/disclosures").getContentAsString())
                .contains("County health department", "taken back", "Ada Boateng", "another patient");
        assertThat(asked("/fhir/AuditEvent?patient=#").getContentAsString()).doesNotContain("County health");
        assertThat(pdf()).doesNotContain("County health").contains("Nothing that has to be accounted for");
    }

    @Test
    void nothing_is_recorded_in_advance_or_without_a_recipient() throws Exception {
        assertThat(answer("nora.quinn", "COORDINATOR", "", """
                        {"basis":"RESEARCH","recipient":"A","what":"B","purpose":"C","at":"2027-02-27T15:04:00Z"}""").getContentAsString())
                .contains("disclosure-in-future");
        assertThat(answer("nora.quinn", "COORDINATOR", "", """
                        {"basis":"RESEARCH","recipient":" ","what":"B","purpose":"C"}""").getContentAsString())
                .contains("text-missing");
        assertThat(answer("ivan.petrov", "ANALYST", "", "{}").getStatus()).isEqualTo(403);
    }

    @Test
    void a_page_of_the_search_goes_on_through_accesses_and_disclosures() throws Exception {
        looking.look("sam.ortiz", "COORDINATOR", get("/patients/" + patient));
        readModels.awaitAll();
        String next = "/fhir/AuditEvent?_count=1&patient=" + patient;
        int disclosures = 0;
        int accesses = 0;
        for (int page = 0; page < 2; page++) {
            Bundle bundle = bundle(looking.look("cleo.marsh", "COMPLIANCE", get(URI.create(next))));
            assertThat(bundle.getEntry()).hasSize(1);
            boolean told = bundle.getEntryFirstRep().getResource().getId().contains("disclosure");
            disclosures += told ? 1 : 0;
            accesses += told ? 0 : 1;
            next = bundle.getLink("next") == null ? "" : bundle.getLink("next").getUrl();
        }
        assertThat(List.of(disclosures, accesses)).containsExactly(1, 1);
    }

    private AuditEvent disclosed(MockHttpServletResponse answer) throws Exception {
        return bundle(answer).getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .filter(event -> event.getSubtypeFirstRep().getCode().equals("disclose"))
                .findFirst()
                .orElseThrow();
    }

    private static Bundle bundle(MockHttpServletResponse answer) throws Exception {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(Bundle.class, answer.getContentAsString());
    }

    private String pdf() throws Exception {
        MockHttpServletResponse answer = asked("/accesses/accounting.pdf?patient=#");
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        return PdfText.of(answer);
    }

    private MockHttpServletResponse asked(String path) throws Exception {
        MockHttpServletResponse answer =
                looking.look("cleo.marsh", "COMPLIANCE", get(URI.create(path.replace("#", patient))));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer;
    }

    private void tell(String account, String role, String what, String json) throws Exception {
        MockHttpServletResponse answer = answer(account, role, what, json);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        readModels.awaitAll();
    }

    private MockHttpServletResponse answer(String account, String role, String what, String json) throws Exception {
        return looking.look(
                account,
                role,
                post("/api/patients/" + patient + "/disclosures" + what)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json));
    }
}
