package care.throughline.command.fhir;

import ca.uhn.fhir.context.FhirContext;
import care.throughline.command.BlindIndex;
import care.throughline.command.intake.Answered;
import care.throughline.command.intake.Providers;
import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.PatientId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;

/** Says, entry by entry, what of a bundle was applied and what is only kept with it. */
final class BundleAnswer {

    private static final String KEPT = "Kept with the bundle as received, not read.";
    private static final String NO_VISIT =
            "Kept with the bundle as received: no visit that took place, of a known class.";

    private final Entries entries;
    private final BlindIndex index;
    private final Providers providers;
    private final boolean repeated;
    private final boolean asks;
    private final Deque<PatientId> patients;

    /** @param asks whether it asks something of us, rather than tell of visits */
    BundleAnswer(Bundle bundle, Answered answered, BlindIndex index, Providers providers, boolean asks) {
        this.entries = new Entries(bundle);
        this.index = index;
        this.providers = providers;
        this.asks = asks;
        this.repeated = answered instanceof Answered.Repeated;
        this.patients = new ArrayDeque<>(answered instanceof Answered.Applied applied ? applied.patients() : List.of());
    }

    Bundle bundle() {
        Bundle answer = new Bundle();
        answer.setType(
                entries.bundle().getType() == Bundle.BundleType.BATCH
                        ? Bundle.BundleType.BATCHRESPONSE
                        : Bundle.BundleType.TRANSACTIONRESPONSE);
        entries.bundle().getEntry().forEach(entry -> answer.addEntry().setResponse(response(entry)));
        return answer;
    }

    /** The outcome of a bundle that was refused as a whole. */
    static OperationOutcome outcome(Refusal why) {
        return issue(new OperationOutcome(), IssueSeverity.ERROR, IssueType.PROCESSING, why.reason(), why.sentence());
    }

    private BundleEntryResponseComponent response(BundleEntryComponent entry) {
        BundleEntryResponseComponent response = new BundleEntryResponseComponent();
        if (asks) {
            return asked(entry, response);
        }
        switch (entry.getResource().fhirType()) {
            case "Patient" -> applied(response).setLocation(patients.isEmpty() ? null : "Patient/" + patients.poll());
            case "Encounter" -> visit(entry, response);
            case "Condition" -> condition((Condition) entry.getResource(), response);
            case "Practitioner", "Organization", "Location" -> applied(response);
            default -> kept(response, KEPT);
        }
        unresolved(entry).forEach(reference -> warn(response, reference));
        return response;
    }

    private BundleEntryResponseComponent asked(BundleEntryComponent entry, BundleEntryResponseComponent response) {
        switch (entry.getResource().fhirType()) {
            case "Patient", "ServiceRequest", "Task" -> applied(response);
            default -> kept(response, KEPT);
        }
        return response;
    }

    private void visit(BundleEntryComponent entry, BundleEntryResponseComponent response) {
        new EncounterEntry(entry, entries)
                .visit()
                .ifPresentOrElse(
                        visit -> applied(response)
                                .setLocation("Encounter/" + index.stayOf(visit.facility(), visit.number())),
                        () -> kept(response, NO_VISIT));
    }

    private void condition(Condition condition, BundleEntryResponseComponent response) {
        boolean ofVisit = entries.of(Encounter.class)
                .anyMatch(entry -> Entries.means(condition.getEncounter(), entry)
                        && new EncounterEntry(entry, entries).visit().isPresent());
        if (ofVisit) {
            applied(response);
        } else {
            kept(response, KEPT);
        }
    }

    private BundleEntryResponseComponent applied(BundleEntryResponseComponent response) {
        return response.setStatus(repeated ? "200 OK" : "201 Created");
    }

    private static void kept(BundleEntryResponseComponent response, String sentence) {
        response.setStatus("202 Accepted")
                .setOutcome(issue(
                        new OperationOutcome(),
                        IssueSeverity.INFORMATION,
                        IssueType.INFORMATIONAL,
                        "kept-not-read",
                        sentence));
    }

    private static void warn(BundleEntryResponseComponent response, Entries.Conditional reference) {
        OperationOutcome outcome =
                response.getOutcome() instanceof OperationOutcome there ? there : new OperationOutcome();
        response.setOutcome(issue(
                outcome,
                IssueSeverity.WARNING,
                IssueType.NOTFOUND,
                "unresolved-reference",
                "No " + reference.kind() + " was introduced under this number of " + reference.system() + "."));
    }

    private List<Entries.Conditional> unresolved(BundleEntryComponent entry) {
        return FhirContext.forR4Cached()
                .newTerser()
                .getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class)
                .stream()
                .flatMap(reference -> Entries.conditional(reference).stream())
                .distinct()
                .filter(one -> !providers.knows(one.kind(), one.system(), one.value()))
                .toList();
    }

    private static OperationOutcome issue(
            OperationOutcome outcome, IssueSeverity severity, IssueType type, String reason, String sentence) {
        outcome.addIssue()
                .setSeverity(severity)
                .setCode(type)
                .setDiagnostics(sentence)
                .getDetails()
                .addCoding()
                .setSystem("urn:throughline:reason")
                .setCode(reason);
        return outcome;
    }
}
