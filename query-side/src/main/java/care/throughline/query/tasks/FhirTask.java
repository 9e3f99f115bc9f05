package care.throughline.query.tasks;

import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Urgency;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralLabels;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * Tells one task as FHIR R4, shaped after Gravity's Task for referral management, with BSeR's business status.
 *
 * @param moments all that happened to the referral, with the words that people wrote
 */
record FhirTask(TaskRow row, Referral referral, String performer, List<Moment> moments) {

    Task task() {
        Task task = new Task();
        task.setId(row.task());
        task.getMeta().setVersionId(String.valueOf(row.version())).setLastUpdatedElement(instant(row.modifiedAt()));
        task.addIdentifier(placer());
        number(task);
        task.setStatus(Task.TaskStatus.fromCode(row.status()));
        task.setBusinessStatus(concept(FhirNames.BSER, row.business().code(), FhirNames.display(row.business())));
        task.setStatusReason(reason());
        task.setIntent(Task.TaskIntent.ORDER);
        task.setPriority(referral.urgency() == Urgency.URGENT ? Task.TaskPriority.URGENT : Task.TaskPriority.ROUTINE);
        task.setCode(concept("http://hl7.org/fhir/CodeSystem/task-code", "fulfill", "Fulfill the focal request"));
        task.setFocus(new Reference("ServiceRequest/" + FhirNames.idOf(referral.referral())));
        task.setFor(patient(row, referral));
        task.setAuthoredOnElement(time(row.authoredAt()));
        task.setLastModifiedElement(time(row.modifiedAt()));
        task.setRequester(requester(referral));
        task.setOwner(organization(row.performer().value(), performer));
        Instant startsAt = row.startsAt();
        if (startsAt != null) {
            task.getExecutionPeriod().setStartElement(time(startsAt));
        }
        result(task);
        return task;
    }

    /** Who it is is told to whoever has it; before, it is a pseudonym. */
    static Reference patient(TaskRow row, Referral referral) {
        Reference patient = new Reference("Patient/" + FhirNames.idOf(row.patient()));
        return row.isHeld() ? patient.setDisplay(Words.name(referral.family(), referral.given())) : patient;
    }

    static Reference organization(String performer, String name) {
        return new Reference("Organization/" + FhirNames.idOf(performer)).setDisplay(name);
    }

    /** Who asks us; else how we call ourselves where FHIR asks who wants it. */
    static Reference requester(Referral referral) {
        String asker = referral.askedBy();
        return asker == null
                ? new Reference().setDisplay("Care coordination")
                : organization(asker, String.valueOf(referral.askedByName()));
    }

    static CodeableConcept concept(String system, String code, String display) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code).setDisplay(display);
        return concept;
    }

    static DateTimeType time(Instant at) {
        return new DateTimeType(at.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    static InstantType instant(Instant at) {
        return new InstantType(at.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private Identifier placer() {
        Identifier placer = new Identifier();
        placer.setSystem("urn:throughline:referral").setValue(referral.referral());
        placer.setType(concept("http://terminology.hl7.org/CodeSystem/v2-0203", "PLAC", "Placer Identifier"));
        return placer;
    }

    /** What whoever asks us calls it; over FHIR that is a system and a value. */
    private void number(Task task) {
        String number = row.number();
        if (number != null) {
            int bar = number.lastIndexOf('|');
            task.addIdentifier()
                    .setSystem(bar < 0 ? null : number.substring(0, bar))
                    .setValue(number.substring(bar + 1));
        }
    }

    private void result(Task task) {
        Long at = row.resultAt();
        if (at != null) {
            task.addOutput()
                    .setType(concept(FhirNames.GRAVITY, "resulting-activity", "Resulting Activity"))
                    .setValue(new CodeableConcept().setText(said(at)));
        }
    }

    /** Words of whoever ended it, or ours. */
    private @Nullable CodeableConcept reason() {
        String words = said(row.whyAt());
        String why = row.why();
        if (why == null) {
            return words.isEmpty() ? null : new CodeableConcept().setText(words);
        }
        if (row.business() == ReferralStatus.DECLINED) {
            String label = ReferralLabels.of(DeclineReason.valueOf(why));
            return concept("urn:throughline:decline-reason", why, label).setText(words.isEmpty() ? label : words);
        }
        return new CodeableConcept()
                .setText(
                        why.equals("CANCELLED")
                                ? "The requester has cancelled the referral."
                                : "Another performer has accepted.");
    }

    private String said(@Nullable Long position) {
        return moments.stream()
                .filter(moment -> Objects.equals(moment.position(), position))
                .map(moment -> Objects.requireNonNullElse(moment.quote(), ""))
                .findFirst()
                .orElse("");
    }
}
