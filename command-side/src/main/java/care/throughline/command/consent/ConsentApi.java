package care.throughline.command.consent;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Texts;
import care.throughline.command.consent.ConsentCommand.Give;
import care.throughline.command.consent.ConsentCommand.Revoke;
import care.throughline.command.patient.Survivors;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.Sensitivity;
import care.throughline.events.StaffId;
import care.throughline.events.consent.ConsentId;
import care.throughline.events.consent.Purpose;
import care.throughline.events.consent.Recipient;
import care.throughline.events.consent.Terms;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person signed about who may see what, as JSON or forms; whoever is signed in records it. */
@RestController
@RequestMapping("/api/patients/{patient}/consents")
class ConsentApi {

    private final Commands commands;
    private final Survivors survivors;
    private final Clock clock;
    private final ZoneId zone;

    ConsentApi(Commands commands, Clock clock, ZoneId zone) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
        this.clock = clock;
        this.zone = zone;
    }

    /** Records a signed consent; from the moment of the answer it opens what it covers. */
    @PostMapping
    Recorded give(@PathVariable PatientId patient, @RequestBody Signed request, Principal by) {
        Instant now = clock.instant();
        ConsentId consent = new ConsentId(ConsentId.PREFIX + UUID.randomUUID());
        PatientId person = survivors.rootOf(patient, Map.of());
        return commands.send(new Give(
                person, consent, request.terms(), staff(by), request.words(), LocalDate.ofInstant(now, zone), now));
    }

    /** Takes it back; whatever was shown before stays shown. */
    @PostMapping("/{consent}/revoke")
    Recorded revoke(
            @PathVariable PatientId patient,
            @PathVariable ConsentId consent,
            @RequestBody Revocation request,
            Principal by) {
        String words = Texts.required(request.words(), "How it was revoked", Texts.LINE);
        return commands.send(new Revoke(patient, consent, staff(by), words, clock.instant()));
    }

    private static StaffId staff(Principal who) {
        return new StaffId(who.getName());
    }

    /**
     * What was signed.
     *
     * @param purposes none is refused
     * @param performer who may receive it, if it is one performer
     * @param signedOn a day in the organisation's zone, like the last day on which it holds
     * @param form where the signed form lies, and what it says in the person's words
     */
    record Signed(
            Sensitivity covers,
            @Nullable List<Purpose> purposes,
            Recipient recipient,
            @Nullable PerformerId performer,
            LocalDate signedOn,
            @Nullable LocalDate expiresOn,
            @Nullable String form) {

        Terms terms() {
            Set<Purpose> allowed = purposes == null ? Set.of() : Set.copyOf(purposes);
            return new Terms(
                    covers,
                    allowed,
                    recipient,
                    recipient == Recipient.PERFORMER ? performer : null,
                    signedOn,
                    expiresOn);
        }

        String words() {
            return Texts.required(form, "Where the signed form is", Texts.LINE);
        }
    }

    record Revocation(@Nullable String words) {}
}
