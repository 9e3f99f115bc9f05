package care.throughline.command.disclosure;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Texts;
import care.throughline.command.patient.Survivors;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.disclosure.Basis;
import care.throughline.events.disclosure.DisclosureId;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was told of a patient to somebody outside, as JSON or forms; whoever is signed in records it. */
@RestController
@RequestMapping("/api/patients/{patient}/disclosures")
class DisclosureApi {

    private final Commands commands;
    private final Survivors survivors;
    private final Clock clock;

    DisclosureApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
        this.clock = clock;
    }

    /** Records it for the accounting of disclosures; {@code at} is now unless said. */
    @PostMapping
    Recorded record(@PathVariable PatientId patient, @RequestBody Telling request, Principal by) {
        return commands.send(
                request.of(survivors.rootOf(patient, Map.of()), new StaffId(by.getName()), clock.instant()));
    }

    /** Takes back what was recorded in error; it stays in the record as that. */
    @PostMapping("/{disclosure}/withdraw")
    Recorded withdraw(
            @PathVariable PatientId patient,
            @PathVariable DisclosureId disclosure,
            @RequestBody Why request,
            Principal by) {
        String reason = Texts.required(request.reason(), "The reason", Texts.LINE);
        return commands.send(new DisclosureCommand.WithdrawDisclosure(
                disclosure, patient, new StaffId(by.getName()), reason, clock.instant()));
    }

    /**
     * A disclosure.
     *
     * @param disclosure an id of the client's own, so that sending it again records it once
     * @param recipient who was told
     * @param address theirs, if known
     * @param what was told, in short
     * @param purpose why, so that the patient understands it
     * @param at when it was told
     */
    record Telling(
            @Nullable DisclosureId disclosure,
            Basis basis,
            @Nullable String recipient,
            @Nullable String address,
            @Nullable String what,
            @Nullable String purpose,
            @Nullable Instant at) {

        DisclosureCommand of(PatientId patient, StaffId by, Instant now) {
            return new DisclosureCommand.RecordDisclosure(
                    Objects.requireNonNullElseGet(
                            disclosure, () -> new DisclosureId(DisclosureId.PREFIX + UUID.randomUUID())),
                    patient,
                    by,
                    basis,
                    Texts.required(recipient, "Who was told", Texts.LINE),
                    Texts.optional(address, "The address", Texts.LINE),
                    Texts.required(what, "What was told", Texts.LINE),
                    Texts.required(purpose, "The purpose", Texts.LINE),
                    Objects.requireNonNullElse(at, now),
                    now);
        }
    }

    record Why(@Nullable String reason) {}
}
