package care.throughline.command.rules;

import care.throughline.events.RuleRef;

/**
 * For how long what the directory says counts as fresh, by a rule.
 *
 * @param verifyAfterDays after which somebody should ask whether an entry still holds
 * @param priceOldAfterDays after which a price counts as old
 */
public record Freshness(int verifyAfterDays, int priceOldAfterDays, RuleRef rule) {}
