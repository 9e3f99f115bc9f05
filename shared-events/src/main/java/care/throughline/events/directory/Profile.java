package care.throughline.events.directory;

import java.util.List;
import java.util.Set;

/**
 * What a performer says about itself.
 *
 * @param languages spoken there, as BCP 47 tags
 * @param hours by day of the week, Monday first
 * @param zip five digits
 * @param phone for questions about a referral
 * @param part2Program whether it is a substance use disorder program (42 CFR 2.11): who is referred to it is its business
 */
public record Profile(
        String name,
        Specialty specialty,
        Set<String> languages,
        List<OpeningHours> hours,
        String zip,
        String phone,
        boolean part2Program) {}
