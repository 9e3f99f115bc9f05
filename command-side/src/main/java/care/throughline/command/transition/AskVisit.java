package care.throughline.command.transition;

import care.throughline.events.TransitionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes nothing; answers the {@link care.throughline.command.Visit} of the transition. */
public record AskVisit(@TargetAggregateIdentifier TransitionId transition) {}
