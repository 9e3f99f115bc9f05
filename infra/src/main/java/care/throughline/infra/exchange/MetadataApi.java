package care.throughline.infra.exchange;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tells clients what is served at {@code /fhir}; it is about nobody, so nobody has to sign in. */
@RestController
class MetadataApi {

    /** The CapabilityStatement of this server. */
    @GetMapping(path = "/fhir/metadata", produces = "application/fhir+json")
    ResponseEntity<String> metadata() {
        String base = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/fhir")
                .toUriString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/fhir+json"))
                .body(FhirContext.forR4Cached()
                        .newJsonParser()
                        .encodeResourceToString(Served.at(base).statement()));
    }
}
