package care.throughline.infra.outbox;

import care.throughline.command.exchange.Effect;
import care.throughline.query.tasks.Subject;
import java.time.Instant;
import java.util.Objects;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * What a message tells, whatever form it takes.
 *
 * @param asked what whoever asks us calls it, null if it is we who ask
 * @param subject who the patient is, null as long as the performer has not accepted
 * @param notice what the law asks to go with it, empty for nothing
 */
record Told(
        Effect effect,
        String controlId,
        String patient,
        String referral,
        @Nullable String asked,
        Task task,
        ServiceRequest request,
        @Nullable Subject subject,
        String notice,
        Instant writtenAt) {

    /** What whoever asks us calls it. */
    String number() {
        return Objects.requireNonNull(asked, "only what was asked of us is answered");
    }
}
