package care.throughline.events.consent;

import care.throughline.events.PerformerId;
import care.throughline.events.Sensitivity;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person signed.
 *
 * @param covers the one kind of data that it opens: consents to different kinds are never one (42 CFR 2.31(b), 45 CFR
 *     164.508(b)(3))
 * @param performer the one who may receive it, null unless the recipient is one performer
 * @param signedOn a day in the organisation's time zone, like the last
 * @param expiresOn the last day on which it holds, null if it holds until revoked
 */
public record Terms(
        Sensitivity covers,
        Set<Purpose> purposes,
        Recipient recipient,
        @Nullable PerformerId performer,
        LocalDate signedOn,
        @Nullable LocalDate expiresOn) {}
