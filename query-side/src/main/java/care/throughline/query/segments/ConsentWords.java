package care.throughline.query.segments;

import care.throughline.events.Sensitivity;
import care.throughline.events.consent.Purpose;
import care.throughline.events.consent.Recipient;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Labels and consents in words. */
public final class ConsentWords {

    private ConsentWords() {}

    public static String label(Sensitivity covers) {
        return switch (covers) {
            case PART2 -> "Substance use disorder treatment (42 CFR Part 2)";
            case PSYCHOTHERAPY -> "Psychotherapy notes";
            case CAREGIVER -> "What a caregiver said in confidence";
        };
    }

    public static String label(Purpose purpose) {
        return switch (purpose) {
            case TREAT -> "treatment";
            case HPAYMT -> "payment";
            case HOPERAT -> "health care operations";
        };
    }

    public static String label(Recipient recipient) {
        return switch (recipient) {
            case TREATING_TEAM -> "treating providers, payers and those who help them";
            case ORGANISATION -> "this organisation alone";
            case PERFORMER -> "one performer, by name";
        };
    }

    /** Reads what the read model says of a consent in one line: purposes, recipient and the last day, if it has one. */
    static String scope(String purposesRecipientLast) {
        String[] parts = purposesRecipientLast.split("\\|", -1);
        String until = parts.length < 3 ? "until revoked" : "until " + Words.date(LocalDate.parse(parts[2]));
        return "for " + purposes(parts[0].split(" ", -1)) + "; to " + label(Recipient.valueOf(parts[1])) + "; " + until;
    }

    static String purposes(String... names) {
        return Arrays.stream(names)
                .map(Purpose::valueOf)
                .sorted()
                .map(ConsentWords::label)
                .collect(Collectors.joining(", "));
    }
}
