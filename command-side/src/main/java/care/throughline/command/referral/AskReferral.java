package care.throughline.command.referral;

import care.throughline.events.ReferralId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes nothing; answers the {@link care.throughline.command.Work} that a referral stands for. */
public record AskReferral(@TargetAggregateIdentifier ReferralId referral) {}
