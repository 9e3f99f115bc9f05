package care.throughline.query;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import java.util.List;

/** What facilities and members of staff are called; infra knows it from the configuration. */
public interface Names {

    /** The facility's name, or its code if nobody named it. */
    String facility(FacilityCode code);

    /** The staff member's name, or the account if nobody named it. */
    String staff(StaffId account);

    /** The same for any account that acts, also one that is no member of staff. */
    default String account(String account) {
        try {
            return staff(new StaffId(account));
        } catch (IllegalArgumentException nobodyOfTheStaff) {
            return account;
        }
    }

    /** Who can be made accountable for a patient, in the order of their names. */
    List<StaffId> coordinators();
}
