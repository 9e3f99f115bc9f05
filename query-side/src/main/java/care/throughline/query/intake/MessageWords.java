package care.throughline.query.intake;

import care.throughline.events.FacilityCode;
import care.throughline.query.Names;
import care.throughline.query.intake.Messages.Message;
import care.throughline.query.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How messages are spoken of on their pages. */
public record MessageWords(Instant now, ZoneId zone, Names names) {

    /** Who sent it, by name if it is a hospital that we know. */
    public String sender(Message message) {
        String sender = message.sender().substring(message.sender().indexOf(':') + 1);
        try {
            return names.facility(new FacilityCode(sender));
        } catch (IllegalArgumentException noFacility) {
            return sender.isEmpty() ? "an unknown sender" : sender;
        }
    }

    public String moment(Instant instant) {
        return Words.date(LocalDate.ofInstant(instant, zone)) + ", " + Words.time(instant, zone);
    }

    /** How long ago: {@code 5 minutes}, {@code 3 hours}, {@code 2 days}. */
    public String age(Instant since) {
        Duration age = Duration.between(since, now);
        if (age.toHours() < 1) {
            return Words.count(Math.max(0, age.toMinutes()), "minute");
        }
        return age.toHours() < 48 ? Words.count(age.toHours(), "hour") : Words.count(age.toDays(), "day");
    }

    /** What became of it. */
    public static String status(Message message) {
        return switch (message.status()) {
            case "RECEIVED" -> "received";
            case "APPLIED" -> "applied";
            case "SET_ASIDE" -> "set aside";
            case "CORRECTED" -> "corrected, not applied yet";
            case "DISCARDED" -> "discarded";
            default -> message.status();
        };
    }

    /** By which way it came. */
    public static String channel(Message message) {
        return switch (message.channel()) {
            case "mllp" -> "HL7 over MLLP";
            case "mllp-360x" -> "HL7 over MLLP, an answer to a referral";
            case "fhir" -> "FHIR";
            case "file" -> "a file";
            default -> message.channel();
        };
    }

    /** HL7 ends its segments with a carriage return, which no page shows as a line. */
    public static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
