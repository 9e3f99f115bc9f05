package care.throughline.infra.demo;

import care.throughline.command.authorization.AuthorizationCommand;
import care.throughline.command.authorization.AuthorizationCommand.Permit;
import care.throughline.command.authorization.AuthorizationCommand.Wish;
import care.throughline.events.AuthorizationId;
import care.throughline.events.ReferralId;
import care.throughline.events.authorization.Cut;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.authorization.Way;
import care.throughline.events.directory.Specialty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One authorization of the demo clinic, told in the words of a history; days are counted back from today. */
final class Permitting {

    /** For how many days an approval holds that nobody says otherwise of. */
    static final int VALID = 60;

    private final Story story;
    private final AuthorizationId id;
    private final Story.Calendar calendar;
    private final List<Step> steps = new ArrayList<>();

    /** @param number tells the authorizations apart */
    Permitting(Story story, int number, Story.Calendar calendar) {
        this.story = story;
        this.id = new AuthorizationId(AuthorizationId.PREFIX + "demo-" + number);
        this.calendar = calendar;
    }

    List<Step> steps() {
        return steps;
    }

    Permitting asked(int daysAgo, Payer payer, Priority priority, @Nullable ReferralId referral, Help service) {
        Wish wish = new Wish(
                service.specialty(), service.words(), service.units(), payer.name(), payer.program(), priority);
        steps.add(
                new Step.Sought(calendar.moment(daysAgo, 11), story.visit(), story.coordinator(), id, referral, wish));
        return this;
    }

    Permitting pended(int daysAgo, int hour, Missing missing, String words) {
        Instant at = calendar.moment(daysAgo, hour);
        return then(at, new AuthorizationCommand.Pend(id, Set.of(missing), words, Way.FAX, at));
    }

    Permitting answered(int daysAgo, String words) {
        Instant at = calendar.moment(daysAgo, 16);
        return then(at, new AuthorizationCommand.SendInformation(id, words, Way.FAX, at));
    }

    /** @param forDays how long it holds, from that day on */
    Permitting approved(int daysAgo, int forDays, int units) {
        Instant at = calendar.moment(daysAgo, 15);
        return then(at, new AuthorizationCommand.Approve(id, permit(at, forDays, units), Way.PORTAL, at));
    }

    Permitting partlyApproved(int daysAgo, int forDays, int units, String words) {
        Instant at = calendar.moment(daysAgo, 15);
        Permit permit = permit(at, forDays, units);
        return then(
                at, new AuthorizationCommand.ApprovePartly(id, permit, Set.of(Cut.FEWER_UNITS), words, Way.LETTER, at));
    }

    Permitting denied(int daysAgo, DenialReason reason, String words) {
        Instant at = calendar.moment(daysAgo, 15);
        return then(at, new AuthorizationCommand.Deny(id, reason, words, Way.LETTER, at));
    }

    Permitting appealed(int daysAgo, String grounds) {
        Instant at = calendar.moment(daysAgo, 16);
        return then(at, new AuthorizationCommand.FileAppeal(id, 1, Priority.STANDARD, grounds, Way.FAX, at));
    }

    /** If that is not still to come. */
    Permitting expired(int daysAgo) {
        Instant at = calendar.moment(daysAgo, 18);
        return daysAgo < 1 ? this : then(at, new AuthorizationCommand.RecordExpiry(id, at));
    }

    Permitting ruled(int daysAgo, int level, Ruling ruling, int units) {
        Instant at = calendar.moment(daysAgo, 17);
        Permit permit = ruling == Ruling.UPHELD ? null : permit(at, VALID, units);
        return then(
                at,
                new AuthorizationCommand.DecideAppeal(
                        id, level, ruling, permit, "Decided on the papers that were sent.", Way.LETTER, at));
    }

    private Permitting then(Instant at, AuthorizationCommand command) {
        steps.add(new Step.Permitted(at, story.coordinator(), command));
        return this;
    }

    private Permit permit(Instant at, int forDays, int units) {
        LocalDate from = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new Permit("PA-" + from.getDayOfYear() + "-" + forDays + units, from, from.plusDays(forDays), units);
    }

    /** Who pays, and under which law. */
    record Payer(String name, Program program) {}

    /** What is asked for. */
    record Help(Specialty specialty, int units, String words) {}
}
