package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import java.net.URI;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** A compliance officer asks, as a person, as a program and over FHIR, who looked at one patient. */
@ThroughlineTest
class AuditEventsTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @Test
    void who_looked_and_who_was_refused_is_told_the_same_by_every_channel() throws Exception {
        Looking looking = new Looking(application);
        String patient = Looking.discharged(application, "77300420", "THISTLEWAITE");
        looking.look("nora.quinn", "COORDINATOR", get("/patients/" + patient));
        looking.look("ivan.petrov", "ANALYST", get("/patients/" + patient));
        readModels.await("accesses");

        String page = asked(looking, "/accesses?patient=" + patient).getContentAsString();
        assertThat(page)
                .contains("Nora Quinn", "The patient page", "treatment", "role not allowed")
                .containsIgnoringCase("THISTLEWAITE");
        assertThat(asked(looking, "/api/accesses?outcome=refused&patient=" + patient)
                        .getContentAsString())
                .contains("ivan.petrov")
                .doesNotContain("nora.quinn");
        Bundle bundle = FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(
                        Bundle.class,
                        asked(looking, "/fhir/AuditEvent?patient=" + patient).getContentAsString());
        AuditEvent shown = of(bundle, "nora.quinn");
        assertThat(shown.getOutcome()).isEqualTo(AuditEventOutcome._0);
        assertThat(shown.getAgent()).hasSize(3);
        assertThat(shown.getEntity().get(1).getWhat().getReference()).isEqualTo("Patient/" + patient);
        assertThat(of(bundle, "ivan.petrov").getOutcome()).isEqualTo(AuditEventOutcome._8);
    }

    @Test
    void the_search_pages_through_everything() throws Exception {
        Looking looking = new Looking(application);
        String patient = Looking.discharged(application, "77300421", "LARKSPURN");
        looking.look("nora.quinn", "COORDINATOR", get("/patients/" + patient));
        looking.look("sam.ortiz", "COORDINATOR", get("/patients/" + patient));
        readModels.await("accesses");

        Bundle first = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        Bundle.class,
                        asked(looking, "/fhir/AuditEvent?_count=1&date=ge2026-03-01&patient=" + patient)
                                .getContentAsString());
        assertThat(first.getEntry()).hasSize(1);
        String next = first.getLink("next").getUrl();
        assertThat(asked(looking, next).getContentAsString()).contains("nora.quinn");
        assertThat(asked(looking, "/fhir/AuditEvent?date=geyesterday&patient=" + patient)
                        .getStatus())
                .isEqualTo(400);
    }

    private static MockHttpServletResponse asked(Looking looking, String path) throws Exception {
        return looking.look("cleo.marsh", "COMPLIANCE", get(URI.create(path)));
    }

    private static AuditEvent of(Bundle bundle, String staff) {
        return bundle.getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .filter(event -> event.getAgent()
                        .getLast()
                        .getWho()
                        .getIdentifier()
                        .getValue()
                        .equals(staff))
                .findFirst()
                .orElseThrow();
    }
}
