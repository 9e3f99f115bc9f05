package care.throughline.query.tasks;

import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.ReferralStatus;

/** Ids, systems and codes as FHIR, BSeR and Gravity write them. */
final class FhirNames {

    /** BSeR, code system of Task.businessStatus. */
    static final String BSER = "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS";

    /** Gravity, SDOH Clinical Care. */
    static final String GRAVITY = "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes";

    private FhirNames() {}

    /** Our ids have an underscore, which FHIR's have not: {@code ref_a} is {@code ref-a}. */
    static String idOf(String ours) {
        return ours.replaceFirst("_", "-");
    }

    /** The other way round. */
    static String ours(String id) {
        return id.replaceFirst("-", "_");
    }

    static String display(ReferralStatus status) {
        return switch (status) {
            case CREATED -> "Service Request Created";
            case ACCEPTED -> "Service Request Accepted";
            case DECLINED -> "Service Request Declined";
            case SCHEDULED -> "Service Request Event Scheduled";
            case MISSED -> "Scheduled Service Request Event Unattended";
            case APPOINTMENT_CANCELLED -> "Scheduled Service Request Event Cancelled";
            case SEEN -> "Service Request Event Completed";
            case CANCELLATION_REQUESTED -> "Service Request Cancellation Requested";
            case CANCELLED -> "Service Request Fulfillment Cancelled";
            case CLOSED -> "Service Request Fulfillment Completed";
        };
    }

    /** Gravity's category of a social need, empty for care. */
    static String category(Specialty specialty) {
        return switch (specialty) {
            case FOOD -> "food-insecurity";
            case HOUSING -> "housing-instability";
            case TRANSPORTATION -> "transportation-insecurity";
            case FINANCIAL_HELP -> "financial-insecurity";
            case CAREGIVER_SUPPORT -> "sdoh-category-unspecified";
            case PRIMARY_CARE,
                    CARDIOLOGY,
                    PULMONOLOGY,
                    NEPHROLOGY,
                    ENDOCRINOLOGY,
                    NEUROLOGY,
                    BEHAVIORAL_HEALTH,
                    PHYSICAL_THERAPY,
                    HOME_HEALTH,
                    SKILLED_NURSING,
                    PHARMACY -> "";
        };
    }
}
