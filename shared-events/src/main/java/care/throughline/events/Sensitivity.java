package care.throughline.events;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A protection that goes beyond that of health data in general; put on events when they are written. Codes are those of
 * HL7 ActCode (v3), as FHIR carries them in {@code meta.security}.
 */
public enum Sensitivity {
    /** Records of a substance use disorder program: 42 CFR Part 2. */
    PART2("42CFRPart2"),
    /** Psychotherapy notes, kept apart from the record: 45 CFR 164.501. */
    PSYCHOTHERAPY("PSYTHPN"),
    /** Said in confidence by or about whoever cares for the patient at home. */
    CAREGIVER("PRS");

    private final String code;

    Sensitivity(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** As metadata of an event, empty for none. */
    public static String print(Collection<Sensitivity> labels) {
        return labels.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** Reads what {@link #print} wrote.
     *
     * @throws IllegalArgumentException if it is something else: what cannot be understood must not be taken for no label
     */
    public static Set<Sensitivity> parse(String printed) {
        return Arrays.stream(printed.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(Sensitivity::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
