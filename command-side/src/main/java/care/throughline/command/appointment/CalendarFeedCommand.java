package care.throughline.command.appointment;

import care.throughline.events.CalendarFeedId;
import care.throughline.events.StaffId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a calendar that somebody subscribes to. */
public sealed interface CalendarFeedCommand {

    CalendarFeedId feed();

    StaffId staff();

    Instant at();

    /** Opens it; the hash is of its secret, which nobody keeps. */
    record OpenFeed(@TargetAggregateIdentifier CalendarFeedId feed, StaffId staff, String hash, Instant at)
            implements CalendarFeedCommand {}

    /** Ends it; nobody ends another's. */
    record RevokeFeed(@TargetAggregateIdentifier CalendarFeedId feed, StaffId staff, Instant at)
            implements CalendarFeedCommand {}
}
