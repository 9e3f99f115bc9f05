package care.throughline.command.fhir;

import ca.uhn.fhir.context.FhirContext;
import care.throughline.command.BlindIndex;
import care.throughline.command.intake.Answered;
import care.throughline.command.intake.Intake;
import care.throughline.command.intake.Providers;
import care.throughline.command.intake.Reader;
import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.PerformerId;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/** Takes FHIR R4 bundles, of performers what they ask of us; answers entry by entry what was applied, or with an OperationOutcome why not. */
@RestController
class BundleApi {

    /** Says under which id the bundle is kept and can be found again. */
    private static final String KEPT_AS = "Throughline-Message";

    private static final String FHIR_JSON = "application/fhir+json";

    private final BundleReader reader;
    private final AskReader asks;
    private final Intake intake;
    private final BlindIndex index;
    private final Providers providers;
    private final int maxBytes;

    BundleApi(
            BundleReader reader,
            AskReader asks,
            Intake intake,
            BlindIndex index,
            Providers providers,
            @Value("${throughline.fhir.max-bytes:33554432}") int maxBytes) {
        this.reader = reader;
        this.asks = asks;
        this.intake = intake;
        this.index = index;
        this.providers = providers;
        this.maxBytes = maxBytes;
    }

    @PostMapping(
            path = "/fhir",
            consumes = {FHIR_JSON, MediaType.APPLICATION_JSON_VALUE},
            produces = {FHIR_JSON, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<String> take(InputStream body, Principal who, WebRequest web) throws IOException {
        boolean performer = web.isUserInRole("PERFORMER");
        byte[] message = body.readNBytes(maxBytes + 1);
        if (message.length > maxBytes) {
            Refusal tooLong = new Refusal(Answer.AR, "too-long", "The bundle is longer than this server takes.");
            return answer(HttpStatus.CONTENT_TOO_LARGE, "", BundleAnswer.outcome(tooLong));
        }
        Reader by = performer ? asks.by(performer(who)) : reader;
        Answered answered = intake.take(by, message, who.getName());
        Optional<Refusal> refusal = answered.refusal();
        String keptAs = answered.message().value();
        return refusal.isPresent()
                ? answer(HttpStatus.UNPROCESSABLE_CONTENT, keptAs, BundleAnswer.outcome(refusal.get()))
                : answer(
                        HttpStatus.OK,
                        keptAs,
                        new BundleAnswer(reader.parse(message), answered, index, providers, performer).bundle());
    }

    /** A token says which performer it was issued to. */
    private static PerformerId performer(Principal who) {
        try {
            return new PerformerId(who.getName());
        } catch (IllegalArgumentException nobody) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "This client stands for no performer of the directory.", nobody);
        }
    }

    private static ResponseEntity<String> answer(HttpStatus status, String keptAs, IBaseResource resource) {
        return ResponseEntity.status(status)
                .header(KEPT_AS, keptAs)
                .contentType(MediaType.parseMediaType(FHIR_JSON))
                .body(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource));
    }
}
