package care.throughline.command;

import care.throughline.events.FacilityCode;
import care.throughline.events.IdentifierKey;
import care.throughline.events.MessageId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.StayId;
import care.throughline.events.patient.Identifier;
import java.util.Locale;

/** Derives ids that carry no personal data from numbers that do, always the same, by a keyed hash. */
@FunctionalInterface
public interface BlindIndex {

    /** A keyed hash of these parts in the characters a-z and 2-7; the parts cannot be told from it without the key. */
    String hash(String... parts);

    default IdentifierKey keyOf(Identifier identifier) {
        return new IdentifierKey(IdentifierKey.PREFIX
                + hash("identifier", identifier.assigner().toUpperCase(Locale.ROOT), identifier.value()));
    }

    default StayId stayOf(FacilityCode facility, String visitNumber) {
        return new StayId(StayId.PREFIX + hash("stay", facility.value(), visitNumber));
    }

    /** What somebody else asks of us under this number. */
    default ReferralId askedOf(PerformerId requester, String number) {
        return new ReferralId(ReferralId.PREFIX + hash("asked", requester.value(), number));
    }

    default MessageId messageOf(String sendingApplication, String sendingFacility, String controlId) {
        return new MessageId(MessageId.PREFIX + hash("message", sendingApplication, sendingFacility, controlId));
    }
}
