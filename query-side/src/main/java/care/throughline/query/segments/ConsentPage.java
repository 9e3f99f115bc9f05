package care.throughline.query.segments;

import care.throughline.events.Sensitivity;
import care.throughline.events.StaffId;
import care.throughline.events.consent.Recipient;
import care.throughline.query.Names;
import care.throughline.query.directory.Entry;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What the page of a person's consents shows, in words.
 *
 * @param performers whom a consent may name
 */
public record ConsentPage(ConsentFile file, List<Entry> performers, LocalDate today, ZoneId zone, Names names) {

    public String name() {
        String name = file.name();
        return name == null ? "Name not known" : name;
    }

    public String covers(ConsentFile.Consent consent) {
        return ConsentWords.label(Sensitivity.valueOf(consent.covers()));
    }

    public String purposes(ConsentFile.Consent consent) {
        return ConsentWords.purposes(consent.purposes().toArray(String[]::new));
    }

    public String recipient(ConsentFile.Consent consent) {
        String performer = consent.performerName();
        return performer == null
                ? ConsentWords.label(Recipient.valueOf(consent.recipient()))
                : performer + " and nobody else";
    }

    /** How it stands today, in a word or two. */
    public String standing(ConsentFile.Consent consent) {
        if (consent.revokedAt() != null) {
            return "revoked";
        }
        return consent.inForce() ? "in force" : "run out";
    }

    /** Until when it holds. */
    public String until(ConsentFile.Consent consent) {
        LocalDate last = consent.expiresOn();
        return last == null ? "until revoked" : "until " + Words.date(last);
    }

    public String date(LocalDate day) {
        return Words.date(day);
    }

    public String moment(Instant instant) {
        return Words.date(LocalDate.ofInstant(instant, zone)) + ", " + Words.time(instant, zone);
    }

    public String time(Instant instant) {
        return Words.time(instant, zone);
    }

    public String staff(String account) {
        return names.staff(new StaffId(account));
    }
}
