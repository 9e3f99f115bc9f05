package care.throughline.infra.outbox;

import care.throughline.command.exchange.Effect;
import care.throughline.query.tasks.Subject;
import java.time.Instant;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * What a message tells, whatever form it takes.
 *
 * @param subject who the patient is, null as long as the performer has not accepted
 * @param notice what the law asks to go with it, empty for nothing
 */
record Told(
        Effect effect,
        String controlId,
        String patient,
        String referral,
        Task task,
        ServiceRequest request,
        @Nullable Subject subject,
        String notice,
        Instant writtenAt) {}
