package care.throughline.command.stay;

import care.throughline.events.FacilityCode;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayReport;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can tell about a visit: reports, in any order, as often as one likes. */
public sealed interface StayCommand {

    StayId stay();

    /** One thing a sender said; {@code facility} is where the visit is, which need not be the sender. */
    record Report(@TargetAggregateIdentifier StayId stay, FacilityCode facility, StayReport report)
            implements StayCommand {}
}
