package care.throughline.command.authorization;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.command.authorization.AuthorizationCommand.Approve;
import care.throughline.command.authorization.AuthorizationCommand.ApprovePartly;
import care.throughline.command.authorization.AuthorizationCommand.DecideAppeal;
import care.throughline.command.authorization.AuthorizationCommand.Deny;
import care.throughline.command.authorization.AuthorizationCommand.Pend;
import care.throughline.command.authorization.AuthorizationCommand.Permit;
import care.throughline.events.AuthorizationId;
import care.throughline.events.authorization.Cut;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.authorization.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the payer tells; each says which command it is. {@code way} is the portal and {@code at} is now unless said. */
final class PayerNews {

    private static final String WORDS = "What the payer writes";

    private PayerNews() {}

    record Pending(
            @Nullable List<Missing> missing,
            @Nullable String words,
            @Nullable Way way,
            @Nullable Instant at) {

        AuthorizationCommand of(AuthorizationId authorization, Instant now) {
            return new Pend(
                    authorization,
                    missing == null ? Set.of() : Set.copyOf(missing),
                    Texts.required(words, WORDS, Texts.NOTE),
                    AuthorizationRequests.heard(way),
                    Objects.requireNonNullElse(at, now));
        }
    }

    record Approving(
            @Nullable String number,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer units,
            @Nullable Way way,
            @Nullable Instant at) {

        AuthorizationCommand of(AuthorizationId authorization, Instant now) {
            return new Approve(
                    authorization,
                    permit(number, from, until, units),
                    AuthorizationRequests.heard(way),
                    Objects.requireNonNullElse(at, now));
        }
    }

    record ApprovingPartly(
            @Nullable String number,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer units,
            @Nullable List<Cut> cut,
            @Nullable String words,
            @Nullable Way way,
            @Nullable Instant at) {

        AuthorizationCommand of(AuthorizationId authorization, Instant now) {
            return new ApprovePartly(
                    authorization,
                    permit(number, from, until, units),
                    cut == null ? Set.of() : Set.copyOf(cut),
                    Texts.required(words, WORDS, Texts.NOTE),
                    AuthorizationRequests.heard(way),
                    Objects.requireNonNullElse(at, now));
        }
    }

    record Denying(
            DenialReason reason,
            @Nullable String words,
            @Nullable Way way,
            @Nullable Instant at) {

        AuthorizationCommand of(AuthorizationId authorization, Instant now) {
            return new Deny(
                    authorization,
                    reason,
                    Texts.required(words, WORDS, Texts.NOTE),
                    AuthorizationRequests.heard(way),
                    Objects.requireNonNullElse(at, now));
        }
    }

    /** Number, days and units are needed where something is granted, and count for nothing where the decision stands. */
    record Ruled(
            int level,
            Ruling ruling,
            @Nullable String number,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer units,
            @Nullable String words,
            @Nullable Way way,
            @Nullable Instant at) {

        AuthorizationCommand of(AuthorizationId authorization, Instant now) {
            return new DecideAppeal(
                    authorization,
                    level,
                    ruling,
                    ruling == Ruling.UPHELD ? null : permit(number, from, until, units),
                    Texts.required(words, "What the decision says", Texts.NOTE),
                    AuthorizationRequests.heard(way),
                    Objects.requireNonNullElse(at, now));
        }
    }

    private static Permit permit(
            @Nullable String number, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable Integer units) {
        if (from == null || until == null) {
            throw new Rejected("days-missing", "Say from which day to which day it is granted.");
        }
        return new Permit(
                Texts.required(number, "The payer's number", Texts.LINE),
                from,
                until,
                AuthorizationRequests.atLeastOne(Objects.requireNonNullElse(units, 1)));
    }
}
