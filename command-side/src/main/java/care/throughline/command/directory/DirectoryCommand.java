package care.throughline.command.directory;

import care.throughline.events.PerformerId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Profile;
import care.throughline.events.directory.Reach;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of an entry of the directory. */
public sealed interface DirectoryCommand {

    PerformerId performer();

    /** Enters a performer, or one again that was withdrawn. */
    record Enter(@TargetAggregateIdentifier PerformerId performer, Profile profile, Capacity capacity, Instant at)
            implements DirectoryCommand {}

    record Correct(@TargetAggregateIdentifier PerformerId performer, Profile profile, Instant at)
            implements DirectoryCommand {}

    record ChangeCapacity(@TargetAggregateIdentifier PerformerId performer, Capacity capacity, Instant at)
            implements DirectoryCommand {}

    /** Says how its own system is told of referrals. */
    record ChangeReach(@TargetAggregateIdentifier PerformerId performer, Reach reach, Instant at)
            implements DirectoryCommand {}

    /** Says that everything in the entry holds as of this moment. */
    record Verify(@TargetAggregateIdentifier PerformerId performer, Instant at) implements DirectoryCommand {}

    /** Somebody there said what a service costs without insurance; a later day counts, and on the same day the last word. */
    record TellCashPrice(@TargetAggregateIdentifier PerformerId performer, CashPrice price, Instant at)
            implements DirectoryCommand {}

    record Withdraw(@TargetAggregateIdentifier PerformerId performer, Instant at) implements DirectoryCommand {}

    /** Changes nothing; answers the {@link Standing} of the performer. */
    record AskStanding(@TargetAggregateIdentifier PerformerId performer) implements DirectoryCommand {}
}
