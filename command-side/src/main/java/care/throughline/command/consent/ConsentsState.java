package care.throughline.command.consent;

import care.throughline.command.Rejected;
import care.throughline.command.consent.ConsentCommand.Give;
import care.throughline.command.consent.ConsentCommand.Revoke;
import care.throughline.events.Personal;
import care.throughline.events.consent.ConsentEvent;
import care.throughline.events.consent.ConsentEvent.Given;
import care.throughline.events.consent.ConsentEvent.Revoked;
import care.throughline.events.consent.ConsentId;
import care.throughline.events.consent.Recipient;
import care.throughline.events.consent.Terms;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All consents a person ever gave; one that has run out stays as it was, the day says that it holds no more. */
record ConsentsState(Map<ConsentId, Consent> given) {

    static final ConsentsState NONE = new ConsentsState(Map.of());

    record Consent(Terms terms, boolean revoked) {
        boolean holdsOn(LocalDate day) {
            LocalDate last = terms.expiresOn();
            return !revoked && (last == null || !day.isAfter(last));
        }
    }

    List<ConsentEvent> decide(ConsentCommand command) {
        return switch (command) {
            case Give asked -> give(asked);
            case Revoke asked -> revoke(asked);
        };
    }

    ConsentsState evolve(ConsentEvent event) {
        return switch (event) {
            case Given told -> with(told.consent(), new Consent(told.terms(), false));
            case Revoked told -> {
                Consent known = given.get(told.consent());
                yield known == null ? this : with(told.consent(), new Consent(known.terms(), true));
            }
        };
    }

    private List<ConsentEvent> give(Give asked) {
        mustBeWhole(asked.terms(), asked.today());
        boolean holds = given.values().stream()
                .anyMatch(known -> known.terms().equals(asked.terms()) && known.holdsOn(asked.today()));
        return holds || given.containsKey(asked.consent())
                ? List.of()
                : List.of(new Given(
                        asked.patient(),
                        asked.consent(),
                        asked.terms(),
                        asked.by(),
                        Personal.of(asked.patient(), asked.form()),
                        asked.at()));
    }

    /** What 42 CFR 2.31(a) and 45 CFR 164.508(c) ask of a form and can be checked here. */
    private static void mustBeWhole(Terms terms, LocalDate today) {
        if (terms.purposes().isEmpty()) {
            throw new Rejected("consent-without-purpose", "Say for what the data may be used.");
        }
        if (terms.signedOn().isAfter(today)) {
            throw new Rejected("consent-not-signed", "The form cannot have been signed after today.");
        }
        if (terms.recipient() == Recipient.PERFORMER && terms.performer() == null) {
            throw new Rejected("consent-without-performer", "Say which performer may receive the data.");
        }
        LocalDate last = terms.expiresOn();
        if (last != null && last.isBefore(terms.signedOn())) {
            throw new Rejected("consent-expired", "The consent would end before it was signed.");
        }
    }

    private List<ConsentEvent> revoke(Revoke asked) {
        Consent known = given.get(asked.consent());
        if (known == null) {
            throw new Rejected("no-such-consent", "There is no such consent of this person.");
        }
        return known.revoked()
                ? List.of()
                : List.of(new Revoked(
                        asked.patient(),
                        asked.consent(),
                        known.terms().covers(),
                        asked.by(),
                        Personal.of(asked.patient(), asked.words()),
                        asked.at()));
    }

    private ConsentsState with(ConsentId id, Consent consent) {
        Map<ConsentId, Consent> more = new HashMap<>(given);
        more.put(id, consent);
        return new ConsentsState(Map.copyOf(more));
    }
}
