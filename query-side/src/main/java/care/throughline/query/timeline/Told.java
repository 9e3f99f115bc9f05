package care.throughline.query.timeline;

import care.throughline.events.PerformerId;
import care.throughline.events.StaffId;
import care.throughline.query.Names;
import java.time.Duration;
import java.time.Instant;

/** Says who told us of something, and how long after it happened. */
final class Told {

    private final Names names;

    Told(Names names) {
        this.names = names;
    }

    /** Who told us, as the start of a sentence; a performer as the placeholder that {@link Phrases} fills in. */
    String by(String source, String actor) {
        int colon = source.indexOf(':');
        String channel = colon < 0 ? source : source.substring(0, colon);
        String sender = colon < 0 ? "" : source.substring(colon + 1);
        if (sender.startsWith(PerformerId.PREFIX)) {
            return "{performer:" + sender + "}";
        }
        return switch (channel) {
            case "hl7" -> sender.isEmpty() ? "A hospital" : Phrases.facility(names, sender);
            case "fhir" -> sender.isEmpty() ? "A record handed over" : "The record of " + sender;
            case "automation" -> "Throughline";
            case "link" -> "The performer itself";
            default -> actor.startsWith(PerformerId.PREFIX) ? "{performer:" + actor + "}" : staff(actor);
        };
    }

    /** That it was told late, for example {@code told us 2 days later}; empty text if it was told within the hour, or derived. */
    static String late(Instant happenedAt, Instant recordedAt, String source) {
        Duration delay = Duration.between(happenedAt, recordedAt);
        boolean derived = source.startsWith("automation");
        if (derived || delay.compareTo(Duration.ofHours(1)) < 0) {
            return "";
        }
        String verb = source.startsWith("hl7") || source.startsWith("fhir") ? "told us " : "recorded it ";
        return verb + span(delay) + " later";
    }

    private static String span(Duration delay) {
        if (delay.toHours() < 48) {
            return delay.toHours() == 1 ? "an hour" : delay.toHours() + " hours";
        }
        long days = delay.toDays();
        return days < 100 ? days + " days" : days < 730 ? days / 30 + " months" : days / 365 + " years";
    }

    private String staff(String account) {
        try {
            return names.staff(new StaffId(account));
        } catch (IllegalArgumentException noAccount) {
            return account.startsWith("system") || account.isEmpty() ? "Throughline" : account;
        }
    }
}
