package care.throughline.command.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What LACE is computed from.
 *
 * @param losDays discharge day minus admission day
 * @param admissionType HL7 table 0007, null if nobody said
 * @param comorbidities names as in the rule pack
 * @param emergencyVisits in the months before the admission that the rule asks for
 */
public record LaceInputs(int losDays, @Nullable String admissionType, Set<String> comorbidities, int emergencyVisits) {}
