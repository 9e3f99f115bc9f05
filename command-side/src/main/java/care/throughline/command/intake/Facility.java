package care.throughline.command.intake;

import care.throughline.events.FacilityCode;
import care.throughline.events.stay.Disposition;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sender of messages and how to read it.
 *
 * @param timeZone of times without an offset
 * @param dispositionCodes its own discharge dispositions, each with the UB-04 code it means
 */
public record Facility(
        String sendingApplication,
        String sendingFacility,
        String name,
        ZoneId timeZone,
        Assigner assigner,
        @Nullable Map<String, String> dispositionCodes) {

    /** The short code by which stays name it. */
    public FacilityCode code() {
        return new FacilityCode(sendingFacility);
    }

    /** The UB-04 code that a code of this sender means: its own table first, then one or two digits as they are. */
    public Optional<Disposition> disposition(String code) {
        String mapped = dispositionCodes == null ? code : dispositionCodes.getOrDefault(code, code);
        String padded = mapped.length() == 1 ? "0" + mapped : mapped;
        return padded.matches("[0-9]{2}") ? Optional.of(new Disposition(padded)) : Optional.empty();
    }
}
