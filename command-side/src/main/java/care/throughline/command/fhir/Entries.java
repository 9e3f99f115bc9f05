package care.throughline.command.fhir;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The resources of a bundle, and how they refer to each other. */
record Entries(Bundle bundle) {

    <R extends Resource> Stream<BundleEntryComponent> of(Class<R> type) {
        return bundle.getEntry().stream().filter(entry -> type.isInstance(entry.getResource()));
    }

    <R extends Resource> List<R> resources(Class<R> type) {
        return of(type).map(entry -> type.cast(entry.getResource())).toList();
    }

    /** Whether the reference means this entry: by its full URL, or by type and id. */
    static boolean means(Reference reference, BundleEntryComponent entry) {
        String text = reference.getReference();
        IBaseResource resource = entry.getResource();
        return text != null
                && (text.equals(entry.getFullUrl())
                        || text.equals(
                                resource.fhirType() + "/" + entry.getResource().getIdPart()));
    }

    /** Whether the reference means something of another place: a search by number, or nothing at all. */
    static boolean isElsewhere(Reference reference) {
        return !reference.hasReference() || conditional(reference).isPresent();
    }

    /** A reference by number, {@code Type?identifier=system|value}, taken apart. */
    static Optional<Conditional> conditional(Reference reference) {
        String text = reference.getReference() == null ? "" : reference.getReference();
        int question = text.indexOf("?identifier=");
        int bar = text.indexOf('|');
        return question > 0 && bar > question
                ? Optional.of(new Conditional(
                        text.substring(0, question), text.substring(question + 12, bar), text.substring(bar + 1)))
                : Optional.empty();
    }

    /** A reference by number. */
    record Conditional(String kind, String system, String value) {}
}
