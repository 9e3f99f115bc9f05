package care.throughline.command.rules;

import care.throughline.events.transition.Lace;
import care.throughline.events.transition.Lace.Band;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The LACE index: length of stay, acuity, comorbidities, emergency visits.
 *
 * @param lengthOfStay in ascending order of days, beginning with 0
 * @param charlsonAsIsUpTo comorbidity points count as they are up to this, and as {@code charlsonAbove} beyond
 * @param emergencyMonths how far back emergency visits count, from the admission
 */
record LaceRule(
        String id,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        List<Step> lengthOfStay,
        int acutePoints,
        Set<String> acuteAdmissionTypes,
        int charlsonAsIsUpTo,
        int charlsonAbove,
        int emergencyMonths,
        int emergencyMax,
        int moderateFrom,
        int highFrom,
        List<Comorbidity> comorbidities)
        implements Dated {

    /** So many points from so many days. */
    record Step(int from, int points) {}

    /**
     * A group of diagnoses.
     *
     * @param unless another group that, if present, counts alone
     * @param codes prefixes of ICD-10-CM codes, without the dot
     */
    record Comorbidity(String name, int points, @Nullable String unless, List<String> codes) {}

    Lace score(int losDays, boolean acute, int charlson, int emergencyVisits) {
        int length = lengthOfStay.stream()
                .filter(step -> step.from() <= losDays)
                .mapToInt(Step::points)
                .max()
                .orElse(0);
        int score = length
                + (acute ? acutePoints : 0)
                + (charlson > charlsonAsIsUpTo ? charlsonAbove : charlson)
                + Math.min(emergencyVisits, emergencyMax);
        return new Lace(losDays, acute, charlson, emergencyVisits, score, band(score), id);
    }

    /** The names of the groups that these codes, with or without dots, belong to. */
    Set<String> groupsOf(Collection<String> icd10) {
        List<String> codes = icd10.stream()
                .map(code -> code.replace(".", "").toUpperCase(Locale.ROOT))
                .toList();
        return comorbidities.stream()
                .filter(group -> group.codes().stream()
                        .anyMatch(prefix -> codes.stream().anyMatch(code -> code.startsWith(prefix))))
                .map(Comorbidity::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    int charlson(Set<String> groups) {
        return comorbidities.stream()
                .filter(group -> groups.contains(group.name()))
                .filter(group -> group.unless() == null || !groups.contains(group.unless()))
                .mapToInt(Comorbidity::points)
                .sum();
    }

    private Band band(int score) {
        if (score >= highFrom) {
            return Band.HIGH;
        }
        return score >= moderateFrom ? Band.MODERATE : Band.LOW;
    }

    @Override
    public @Nullable String fault() {
        if (lengthOfStay.isEmpty() || lengthOfStay.getFirst().from() != 0) {
            return "lengthOfStay must begin with 0 days";
        }
        if (highFrom <= moderateFrom) {
            return "highFrom must be more than moderateFrom";
        }
        Set<String> names = comorbidities.stream().map(Comorbidity::name).collect(Collectors.toSet());
        return comorbidities.stream()
                .filter(group -> group.unless() != null && !names.contains(group.unless()))
                .findFirst()
                .map(group ->
                        "comorbidity '" + group.name() + "' yields to '" + group.unless() + "', which is not there")
                .orElse(null);
    }
}
