package care.throughline.command.fhir;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.command.intake.Ask;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.News;
import care.throughline.events.PerformerId;
import care.throughline.events.Sensitivity;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.Urgency;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * Reads one Task, and the ServiceRequest and Patient it names, as what somebody else asks of us (Gravity, Task for referral
 * management): requested asks, cancelled takes it back. Its first identifier with a system is its number.
 */
record TaskAsk(Task task, Entries entries, Facilities facilities, Instant now) {

    static final String PERFORMER = "urn:throughline:performer";

    private static final String GRAVITY = "http://hl7.org/fhir/us/sdoh-clinicalcare/";
    private static final Set<String> SOON = Set.of("urgent", "asap", "stat");

    /** What is asked.
     *
     * @throws Rejected if something that matters is missing or means nothing
     */
    Ask ask() {
        return new Ask(person(), requester(), number(), wish(), labels());
    }

    private Set<Sensitivity> labels() {
        return Stream.of(task.getMeta(), request().getMeta())
                .flatMap(meta -> Codes.labels(meta).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Ask.Wish wish() {
        return switch (task.getStatus()) {
            case REQUESTED -> new Ask.Wish.Take(kind(), urgency(), reason());
            case CANCELLED -> new Ask.Wish.Drop(withdrawal());
            case DRAFT,
                    RECEIVED,
                    ACCEPTED,
                    REJECTED,
                    READY,
                    INPROGRESS,
                    ONHOLD,
                    FAILED,
                    COMPLETED,
                    ENTEREDINERROR,
                    NULL ->
                throw new Rejected("status-not-yours", "A requester says requested, or cancelled; we say the rest.");
        };
    }

    private PerformerId requester() {
        try {
            return new PerformerId(Optional.of(task.getRequester().getIdentifier())
                    .filter(one -> PERFORMER.equals(one.getSystem()))
                    .map(Identifier::getValue)
                    .orElse(""));
        } catch (IllegalArgumentException none) {
            throw new Rejected(
                    "requester-missing",
                    "Task.requester.identifier names nobody in our directory (" + PERFORMER + ").");
        }
    }

    private String number() {
        return task.getIdentifier().stream()
                .filter(one -> one.hasSystem() && one.hasValue())
                .findFirst()
                .map(one -> Texts.required(one.getSystem() + "|" + one.getValue(), "Task.identifier", Texts.LINE))
                .orElseThrow(() -> new Rejected(
                        "number-missing",
                        "Task.identifier holds no number with a system, so a repeat could not be told from news."));
    }

    private Kind kind() {
        boolean social = request().getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .anyMatch(coding -> String.valueOf(coding.getSystem()).startsWith(GRAVITY));
        return social ? Kind.SERVICE : Kind.CONSULTATION;
    }

    private Urgency urgency() {
        boolean soon = Stream.of(task.getPriority(), request().getPriority())
                .filter(Objects::nonNull)
                .map(priority -> priority.toString().toLowerCase(java.util.Locale.ROOT))
                .anyMatch(SOON::contains);
        return soon ? Urgency.URGENT : Urgency.ROUTINE;
    }

    private String reason() {
        ServiceRequest request = request();
        String said = Stream.of(
                        Stream.of(words(request.getCode())),
                        request.getReasonCode().stream().map(TaskAsk::words),
                        request.getNote().stream().map(note -> note.getText()),
                        Stream.of(Objects.requireNonNullElse(task.getDescription(), "")))
                .flatMap(all -> all)
                .filter(one -> !one.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
        return Texts.required(said, "What is asked, in ServiceRequest.code or reasonCode,", Texts.NOTE);
    }

    private String withdrawal() {
        String said = words(task.getStatusReason());
        return Texts.required(said.isEmpty() ? "Taken back without a reason" : said, "Task.statusReason", Texts.LINE);
    }

    private static String words(CodeableConcept concept) {
        return concept.hasText()
                ? concept.getText()
                : concept.getCoding().stream()
                        .map(coding -> coding.hasDisplay() ? coding.getDisplay() : coding.getCode())
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private ServiceRequest request() {
        return named(task.getFocus(), ServiceRequest.class, "Task.focus");
    }

    private News person() {
        Patient named = named(task.getFor(), Patient.class, "Task.for");
        PatientEntry patient = new PatientEntry(named, facilities);
        boolean guarded = Stream.of(
                        entries.bundle().getMeta(), task.getMeta(), request().getMeta(), named.getMeta())
                .anyMatch(Codes::isGuarded);
        return new News(
                EncounterEntry.ELSEWHERE,
                at(),
                "FHIR",
                patient.identifiers(),
                patient.demographics(),
                new News.Life.Unsaid(),
                List.of(),
                List.of(),
                guarded);
    }

    /** When it was asked, never later than now: clocks of others may be ahead. */
    private Instant at() {
        Date told = task.hasLastModified() ? task.getLastModified() : task.getAuthoredOn();
        return told == null || told.toInstant().isAfter(now) ? now : told.toInstant();
    }

    private <R extends Resource> R named(Reference reference, Class<R> type, String where) {
        return entries.of(type)
                .filter(entry -> Entries.means(reference, entry))
                .map(BundleEntryComponent::getResource)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "unresolved-reference",
                        where + " does not name a " + type.getSimpleName() + " of the same bundle."));
    }
}
