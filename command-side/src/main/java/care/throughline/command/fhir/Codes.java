package care.throughline.command.fhir;

import care.throughline.events.Sensitivity;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;

/** FHIR's codes in our words. */
final class Codes {

    /** HL7 v3 ActCode, ActEncounterCode. */
    private static final Map<String, StayClass> CLASSES = Map.ofEntries(
            Map.entry("IMP", StayClass.IMP),
            Map.entry("ACUTE", StayClass.IMP),
            Map.entry("NONAC", StayClass.IMP),
            Map.entry("OBSENC", StayClass.OBS),
            Map.entry("EMER", StayClass.EMER),
            Map.entry("AMB", StayClass.AMB),
            Map.entry("HH", StayClass.AMB),
            Map.entry("VR", StayClass.AMB),
            Map.entry("FLD", StayClass.AMB),
            Map.entry("SS", StayClass.AMB));

    /** The code system discharge-disposition, where it has a counterpart in UB-04. */
    private static final Map<String, String> DISPOSITIONS = Map.of(
            "home", "01", "snf", "03", "aadvice", "07", "exp", "20", "hosp", "50", "rehab", "62", "long", "63", "psy",
            "65");

    /** Security labels (HL7 v3 ActCode) for what a substance use disorder program knows, and what it says of substance use. */
    private static final Set<String> PART2 = Set.of(Sensitivity.PART2.code(), "ETH", "ETHUD", "SUD", "SUDHCC");

    /** The same for who is to be protected: very restricted (v3 Confidentiality), a celebrity, an employee (v3 ActCode). */
    private static final Set<String> GUARDED = Set.of("V", "CEL", "EMP");

    private Codes() {}

    /** The labels that a resource carries in {@code meta.security}. */
    static Set<Sensitivity> labels(Meta meta) {
        boolean part2 = meta.getSecurity().stream().map(Coding::getCode).anyMatch(PART2::contains);
        return part2 ? Set.of(Sensitivity.PART2) : Set.of();
    }

    /** Whether {@code meta.security} says that the person is to be protected. */
    static boolean isGuarded(Meta meta) {
        return meta.getSecurity().stream().map(Coding::getCode).anyMatch(GUARDED::contains);
    }

    static Optional<StayClass> stayClass(String code) {
        return Optional.ofNullable(CLASSES.get(code));
    }

    static Optional<Disposition> disposition(String code) {
        String ub04 = DISPOSITIONS.getOrDefault(code, code);
        return ub04.matches("[0-9]{2}") ? Optional.of(new Disposition(ub04)) : Optional.empty();
    }
}
