package care.throughline.command.authorization;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.command.authorization.AuthorizationCommand.AcceptDecision;
import care.throughline.command.authorization.AuthorizationCommand.FileAppeal;
import care.throughline.command.authorization.AuthorizationCommand.Request;
import care.throughline.command.authorization.AuthorizationCommand.SendInformation;
import care.throughline.command.authorization.AuthorizationCommand.Wish;
import care.throughline.command.authorization.AuthorizationCommand.Withdraw;
import care.throughline.events.AuthorizationId;
import care.throughline.events.PatientId;
import care.throughline.events.ReferralId;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Way;
import care.throughline.events.directory.Specialty;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What our side sends; each says which command it is. {@code way} is the portal and {@code at} is now unless said. */
final class AuthorizationRequests {

    private AuthorizationRequests() {}

    /** Whom it is for. */
    record For(PatientId patient, @Nullable ReferralId referral, Specialty specialty) {}

    /**
     * @param authorization an id of the client's own, so that sending it again asks once
     * @param specialty needed where there is no referral, which says it
     * @param units how many visits, days or pieces, 1 unless said
     */
    record Wanted(
            @Nullable AuthorizationId authorization,
            @Nullable Specialty specialty,
            @Nullable String service,
            @Nullable Integer units,
            @Nullable String payer,
            Program program,
            Priority priority,
            @Nullable Way way,
            @Nullable Instant at) {

        Specialty field() {
            if (specialty == null) {
                throw new Rejected("specialty-missing", "Say what kind of service it is.");
            }
            return specialty;
        }

        AuthorizationCommand of(For whom, Instant now) {
            AuthorizationId id = Objects.requireNonNullElseGet(
                    authorization, () -> new AuthorizationId(AuthorizationId.PREFIX + UUID.randomUUID()));
            Wish wish = new Wish(
                    whom.specialty(),
                    Texts.required(service, "What the payer is asked for", Texts.NOTE),
                    atLeastOne(Objects.requireNonNullElse(units, 1)),
                    Texts.required(payer, "The payer", Texts.LINE),
                    program,
                    priority);
            return new Request(
                    id, whom.patient(), whom.referral(), wish, heard(way), Objects.requireNonNullElse(at, now));
        }
    }

    record Sending(
            @Nullable String words,
            @Nullable Way way,
            @Nullable Instant at) {

        AuthorizationCommand of(AuthorizationId authorization, Instant now) {
            String sent = Texts.required(words, "What was sent", Texts.NOTE);
            return new SendInformation(authorization, sent, heard(way), Objects.requireNonNullElse(at, now));
        }
    }

    /** @param level counted from 1 */
    record Appealing(
            int level,
            Priority priority,
            @Nullable String grounds,
            @Nullable Way way,
            @Nullable Instant at) {

        AuthorizationCommand of(AuthorizationId authorization, Instant now) {
            String why = Texts.required(grounds, "The grounds of the appeal", Texts.NOTE);
            return new FileAppeal(authorization, level, priority, why, heard(way), Objects.requireNonNullElse(at, now));
        }
    }

    record Accepting(@Nullable String reason) {

        AuthorizationCommand of(AuthorizationId authorization, Instant now) {
            return new AcceptDecision(authorization, Texts.required(reason, "The reason", Texts.LINE), now);
        }
    }

    record Withdrawing(@Nullable String reason) {

        AuthorizationCommand of(AuthorizationId authorization, Instant now) {
            return new Withdraw(authorization, Texts.required(reason, "The reason", Texts.LINE), now);
        }
    }

    static Way heard(@Nullable Way said) {
        return Objects.requireNonNullElse(said, Way.PORTAL);
    }

    static int atLeastOne(int units) {
        if (units < 1) {
            throw new Rejected("units-missing", "Say how many visits, days or pieces, at least 1.");
        }
        return units;
    }
}
