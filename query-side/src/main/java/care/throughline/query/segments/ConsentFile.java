package care.throughline.query.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The consents of a person that the viewer may know of, those in force first.
 *
 * @param patient the record that stands for the person
 * @param name of the person, null if it was never told
 * @param emergencyUntil when the glass closes that the viewer broke for harm that is near, null if none is open
 */
public record ConsentFile(
        String patient,
        @Nullable String name,
        List<Consent> consents,
        @Nullable Instant emergencyUntil) {

    /**
     * One consent.
     *
     * @param patient the record under which it was given
     * @param covers see {@link care.throughline.events.Sensitivity}
     * @param purposes see {@link care.throughline.events.consent.Purpose}
     * @param recipient see {@link care.throughline.events.consent.Recipient}
     * @param performer who may receive it, null unless it is one performer
     * @param performerName what the directory calls it
     * @param expiresOn the last day on which it holds, null if it holds until revoked
     * @param form where the signed form is, null if forgotten
     * @param inForce whether it holds today
     */
    public record Consent(
            String consent,
            String patient,
            String covers,
            List<String> purposes,
            String recipient,
            @Nullable String performer,
            @Nullable String performerName,
            LocalDate signedOn,
            @Nullable LocalDate expiresOn,
            @Nullable String form,
            String givenBy,
            Instant givenAt,
            @Nullable String revokedBy,
            @Nullable Instant revokedAt,
            @Nullable String words,
            boolean inForce) {}
}
