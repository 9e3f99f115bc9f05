package care.throughline.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Provenance;
import org.junit.jupiter.api.Test;

class FhirExportTest {

    @Test
    void a_strict_reader_finds_an_audit_event_and_a_provenance_for_each_event_about_a_person() throws IOException {
        Bundle bundle = read(Entries.of(7, "e7", "c"), Entries.of(8, "e8", "e7"));

        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
        assertThat(bundle.getEntry())
                .extracting(entry -> entry.getResource().fhirType())
                .containsExactly("AuditEvent", "Provenance", "AuditEvent", "Provenance");
        assertThat(bundle.getEntry())
                .extracting(Bundle.BundleEntryComponent::getFullUrl)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_audit_event_says_who_why_whom_and_both_times() throws IOException {
        AuditEvent event =
                (AuditEvent) read(Entries.of(7, "e7", "c")).getEntryFirstRep().getResource();

        assertThat(event.getAgentFirstRep().getWho().getIdentifier().getValue()).isEqualTo("system:mllp");
        assertThat(event.getAgentFirstRep()
                        .getPurposeOfUseFirstRep()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("TREAT");
        assertThat(event.getEntityFirstRep().getWhat().getIdentifier().getValue())
                .isEqualTo("pat_1");
        assertThat(event.getRecordedElement().getValueAsString()).isEqualTo("2026-11-10T17:00:07Z");
        assertThat(event.getPeriod().getStartElement().getValueAsString()).isEqualTo("2026-11-10T17:00:00Z");
    }

    @Test
    void a_provenance_tells_what_happened_from_when_it_was_recorded() throws IOException {
        Provenance provenance =
                (Provenance) read(Entries.of(7, "e7", "c")).getEntry().get(1).getResource();

        assertThat(provenance.getOccurredDateTimeType().getValueAsString()).isEqualTo("2026-11-10T17:00:00Z");
        assertThat(provenance.getRecordedElement().getValueAsString()).isEqualTo("2026-11-10T17:00:07Z");
    }

    @Test
    void no_event_makes_an_empty_collection() throws IOException {
        assertThat(read().getEntry()).isEmpty();
    }

    private static Bundle read(Trail.Entry... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FhirExport export = new FhirExport("");
        export.begin(out);
        for (Trail.Entry entry : List.of(entries)) {
            export.write(entry, out);
        }
        export.end(out);
        return FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(Bundle.class, out.toString(StandardCharsets.UTF_8));
    }
}
