package care.throughline.command.intake;

import org.jspecify.annotations.Nullable;

/** Who gives out numbers: known by a short name in HL7, by an OID, or by a system in FHIR. */
public record Assigner(
        String namespace, @Nullable String oid, @Nullable String fhirSystem) {

    boolean isCalled(String name) {
        return namespace.equalsIgnoreCase(name) || name.equals(oid) || name.equals(fhirSystem);
    }
}
