package care.throughline.command.rules;

import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many business days each step of a referral may take.
 *
 * @param calendar whose holidays are no business days
 */
record WaitRule(
        String id,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        String calendar,
        Map<Urgency, Map<Wait, Integer>> businessDays)
        implements Dated {

    int days(Urgency urgency, Wait wait) {
        return businessDays.getOrDefault(urgency, Map.of()).getOrDefault(wait, 0);
    }

    @Override
    public @Nullable String fault() {
        return Arrays.stream(Urgency.values())
                .flatMap(urgency -> Arrays.stream(Wait.values())
                        .filter(wait -> days(urgency, wait) < 1)
                        .map(wait -> "businessDays must say at least 1 for " + urgency + ", " + wait))
                .findFirst()
                .orElse(null);
    }
}
