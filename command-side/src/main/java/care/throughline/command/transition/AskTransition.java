package care.throughline.command.transition;

import care.throughline.events.TransitionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes nothing; answers the {@link care.throughline.command.Work} that a transition stands for. */
public record AskTransition(@TargetAggregateIdentifier TransitionId transition) {}
