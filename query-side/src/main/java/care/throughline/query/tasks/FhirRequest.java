package care.throughline.query.tasks;

import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Urgency;
import care.throughline.query.directory.PerformerWords;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralLabels;
import care.throughline.query.timeline.Moments.Moment;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Tells a referral as a FHIR R4 ServiceRequest, to one performer who was asked. */
record FhirRequest(TaskRow row, Referral referral, String performer, List<Moment> moments) {

    ServiceRequest request() {
        ServiceRequest request = new ServiceRequest();
        request.setId(FhirNames.idOf(referral.referral()));
        request.getMeta()
                .setVersionId(String.valueOf(row.version()))
                .setLastUpdatedElement(FhirTask.instant(row.modifiedAt()));
        request.setStatus(status(referral.status()));
        request.setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
        String category = FhirNames.category(referral.specialty());
        if (!category.isEmpty()) {
            request.addCategory().addCoding().setSystem(FhirNames.GRAVITY).setCode(category);
        }
        request.setPriority(
                referral.urgency() == Urgency.URGENT
                        ? ServiceRequest.ServiceRequestPriority.URGENT
                        : ServiceRequest.ServiceRequestPriority.ROUTINE);
        request.setCode(new CodeableConcept()
                .setText(PerformerWords.of(referral.specialty()) + ": " + ReferralLabels.of(referral.kind())));
        request.setSubject(FhirTask.patient(row, referral));
        request.setAuthoredOnElement(FhirTask.time(referral.draftedAt()));
        request.setRequester(FhirTask.requester(referral));
        request.addPerformer(FhirTask.organization(row.performer().value(), performer));
        request.addReasonCode(new CodeableConcept().setText(reason()));
        if (!referral.packet().isEmpty()) {
            request.addNote()
                    .setText("In the packet: "
                            + referral.packet().stream().map(ReferralLabels::of).collect(Collectors.joining(", "))
                            + ".");
        }
        return request;
    }

    private static ServiceRequest.ServiceRequestStatus status(ReferralStatus status) {
        return switch (status) {
            case CREATED, ACCEPTED, DECLINED, SCHEDULED, MISSED, APPOINTMENT_CANCELLED, SEEN, CANCELLATION_REQUESTED ->
                ServiceRequest.ServiceRequestStatus.ACTIVE;
            case CANCELLED -> ServiceRequest.ServiceRequestStatus.REVOKED;
            case CLOSED -> ServiceRequest.ServiceRequestStatus.COMPLETED;
        };
    }

    /** What is asked, in the words of whoever drafted it. */
    private String reason() {
        return moments.stream()
                .filter(moment -> moment.name().equals("referral.Drafted"))
                .map(moment -> String.valueOf(moment.quote()))
                .findFirst()
                .orElse("");
    }
}
