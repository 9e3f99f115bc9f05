package care.throughline.command.hl7;

import care.throughline.events.PerformerId;
import java.util.Optional;

/** Knows performers by the names that their own systems send under. */
@FunctionalInterface
public interface SendingPerformers {

    /** Whoever sends under these names (MSH-3, MSH-4); of several the one who was asked about this referral. */
    Optional<PerformerId> called(String application, String facility, String referral);
}
