package care.throughline.query.authorizations;

import care.throughline.events.authorization.AuthorizationStatus;
import care.throughline.events.authorization.Cut;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.authorization.Wait;
import care.throughline.events.authorization.Way;

/** What pages call things. */
public final class AuthorizationLabels {

    private AuthorizationLabels() {}

    public static String of(AuthorizationStatus status) {
        return switch (status) {
            case REQUESTED -> "Requested";
            case PENDED -> "Pended";
            case APPROVED -> "Approved";
            case PARTLY_APPROVED -> "Approved in part";
            case DENIED -> "Denied";
            case APPEALED -> "Appealed";
            case EXPIRED -> "Ran out";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    /** What is waited for, as the beginning of {@code ... by Tue Nov 10}. */
    public static String of(Wait wait) {
        return switch (wait) {
            case DECISION -> "The payer decides";
            case INFORMATION -> "Send what the payer asks for";
            case APPEAL -> "Appeal, or let it stand";
            case APPEAL_DECISION -> "The appeal is decided";
            case USE -> "Use it";
        };
    }

    public static String of(Program program) {
        return switch (program) {
            case MEDICARE_ADVANTAGE -> "Medicare Advantage";
            case MEDICAID_MANAGED_CARE -> "Medicaid managed care";
            case COMMERCIAL -> "Commercial plan";
        };
    }

    public static String of(Priority priority) {
        return switch (priority) {
            case STANDARD -> "Standard";
            case EXPEDITED -> "Expedited";
        };
    }

    public static String of(Missing missing) {
        return switch (missing) {
            case CLINICAL_NOTES -> "Clinical notes";
            case TEST_RESULTS -> "Test results";
            case IMAGING -> "Imaging";
            case PRIOR_TREATMENT -> "What was tried before";
            case LETTER_OF_NECESSITY -> "A letter why it is needed";
            case DIAGNOSIS_OR_SERVICE_CODE -> "A diagnosis or service code";
            case OTHER -> "Something else";
        };
    }

    public static String of(Cut cut) {
        return switch (cut) {
            case FEWER_UNITS -> "Fewer than asked";
            case SHORTER_TIME -> "A shorter time";
            case LESSER_SERVICE -> "Less than was asked";
        };
    }

    public static String of(DenialReason reason) {
        return switch (reason) {
            case NOT_MEDICALLY_NECESSARY -> "Not medically necessary";
            case NOT_COVERED -> "Not covered";
            case OUT_OF_NETWORK -> "Out of network";
            case INFORMATION_MISSING -> "Information missing";
            case LESSER_TREATMENT_FIRST -> "Another treatment first";
            case LIMIT_REACHED -> "Limit reached";
            case NOT_ELIGIBLE -> "Not a member then";
            case EXPERIMENTAL -> "Experimental";
            case OTHER -> "Another reason";
        };
    }

    public static String of(Ruling ruling) {
        return switch (ruling) {
            case UPHELD -> "The decision stands";
            case PARTLY_OVERTURNED -> "Overturned in part";
            case OVERTURNED -> "Overturned";
        };
    }

    public static String of(Way way) {
        return switch (way) {
            case PORTAL -> "Portal";
            case PHONE -> "Phone";
            case FAX -> "Fax";
            case LETTER -> "Letter";
            case SYSTEM -> "Its own system";
        };
    }
}
