package care.throughline.command.intake;

import care.throughline.events.FacilityCode;
import care.throughline.events.Sensitivity;
import care.throughline.events.stay.Disposition;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sender of messages and how to read it.
 *
 * @param timeZone of times without an offset
 * @param part2Units points of care (PV1-3.1) and hospital services (PV1-10) that are a substance use disorder program under 42
 *     CFR Part 2; {@code *} if all of the facility is one
 * @param dispositionCodes its own discharge dispositions, each with the UB-04 code it means
 */
public record Facility(
        String sendingApplication,
        String sendingFacility,
        String name,
        ZoneId timeZone,
        Assigner assigner,
        @Nullable Map<String, String> dispositionCodes,
        @Nullable Set<String> part2Units) {

    private static final String ALL_OF_IT = "*";

    /** The short code by which stays name it. */
    public FacilityCode code() {
        return new FacilityCode(sendingFacility);
    }

    /** The labels of whatever it tells of anybody. */
    public Set<Sensitivity> labels() {
        return labels(ALL_OF_IT);
    }

    /** The labels of a visit in this unit or service of it. */
    public Set<Sensitivity> labels(String unit) {
        boolean part2 = part2Units != null && (part2Units.contains(ALL_OF_IT) || part2Units.contains(unit));
        return part2 ? Set.of(Sensitivity.PART2) : Set.of();
    }

    /** The UB-04 code that a code of this sender means: its own table first, then one or two digits as they are. */
    public Optional<Disposition> disposition(String code) {
        String mapped = dispositionCodes == null ? code : dispositionCodes.getOrDefault(code, code);
        String padded = mapped.length() == 1 ? "0" + mapped : mapped;
        return padded.matches("[0-9]{2}") ? Optional.of(new Disposition(padded)) : Optional.empty();
    }
}
