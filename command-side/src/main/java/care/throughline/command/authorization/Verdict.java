package care.throughline.command.authorization;

import care.throughline.events.authorization.AuthorizationEvent.AppealDecided;
import care.throughline.events.authorization.AuthorizationEvent.Approved;
import care.throughline.events.authorization.AuthorizationEvent.Denied;
import care.throughline.events.authorization.AuthorizationEvent.PartlyApproved;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Grant;
import care.throughline.events.authorization.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * What stands of the payer's decisions.
 *
 * @param grant what may be used; null if nothing
 * @param denial why nothing was granted at first; null if something was
 * @param whole whether all that was asked is granted
 * @param level how many levels of appeal were decided
 * @param ruling of the last of them
 * @param stands whether nobody appeals any more
 */
record Verdict(
        @Nullable Grant grant,
        @Nullable DenialReason denial,
        boolean whole,
        int level,
        @Nullable Ruling ruling,
        boolean stands) {

    static Verdict of(Approved told) {
        return new Verdict(told.grant(), null, true, 0, null, false);
    }

    static Verdict of(PartlyApproved told) {
        return new Verdict(told.grant(), null, false, 0, null, false);
    }

    static Verdict of(Denied told) {
        return new Verdict(null, told.reason(), false, 0, null, false);
    }

    /** What an upheld appeal leaves is what there was. */
    Verdict after(AppealDecided told) {
        Grant now = told.grant() == null ? grant : told.grant();
        return new Verdict(
                now, denial, told.ruling() == Ruling.OVERTURNED, told.level(), told.ruling(), told.due() == null);
    }

    Verdict accepted() {
        return new Verdict(grant, denial, whole, level, ruling, true);
    }
}
