package care.throughline.command.referral;

import care.throughline.events.ReferralId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes nothing; answers the {@link care.throughline.command.Visit} of the referral. */
public record AskVisit(@TargetAggregateIdentifier ReferralId referral) {}
