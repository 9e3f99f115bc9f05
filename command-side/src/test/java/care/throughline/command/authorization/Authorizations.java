package care.throughline.command.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.authorization.AuthorizationCommand.Approve;
import care.throughline.command.authorization.AuthorizationCommand.ApprovePartly;
import care.throughline.command.authorization.AuthorizationCommand.DecideAppeal;
import care.throughline.command.authorization.AuthorizationCommand.Deny;
import care.throughline.command.authorization.AuthorizationCommand.FileAppeal;
import care.throughline.command.authorization.AuthorizationCommand.Pend;
import care.throughline.command.authorization.AuthorizationCommand.Permit;
import care.throughline.command.authorization.AuthorizationCommand.Request;
import care.throughline.command.authorization.AuthorizationCommand.SendInformation;
import care.throughline.command.authorization.AuthorizationCommand.Wish;
import care.throughline.command.rules.Rules;
import care.throughline.events.AuthorizationId;
import care.throughline.events.PatientId;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.authorization.Cut;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Due;
import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.authorization.Way;
import care.throughline.events.directory.Specialty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request for twelve visits of physical therapy and what happened to it; every step is a day after the one before. */
final class Authorizations {

    static final AuthorizationId ID = new AuthorizationId("aut_a");
    static final PatientId PATIENT = new PatientId("pat_a");

    /** A Monday morning, nine in New York. */
    static final Instant MONDAY = Instant.parse("2026-09-14T13:00:00Z");

    static final Permit TWELVE = permit(12);

    private static final Rules RULES = Rules.us2026();

    private AuthorizationState state = new AuthorizationState.NotStarted();
    private Instant now = MONDAY;
    private List<AuthorizationEvent> last = List.of();

    static Authorizations requested() {
        return requested(Program.MEDICARE_ADVANTAGE, Priority.STANDARD);
    }

    static Authorizations requested(Program program, Priority priority) {
        return at(MONDAY, program, priority);
    }

    static Authorizations at(Instant moment, Program program, Priority priority) {
        Authorizations one = new Authorizations();
        one.now = moment;
        return one.then(one.request(program, priority));
    }

    Request request(Program program, Priority priority) {
        Wish wish =
                new Wish(Specialty.PHYSICAL_THERAPY, "Gait training, 12 visits", 12, "Acme Health", program, priority);
        return new Request(ID, PATIENT, null, wish, Way.PORTAL, now);
    }

    Authorizations pended() {
        return then(pend(Missing.CLINICAL_NOTES));
    }

    Authorizations answered() {
        return then(new SendInformation(ID, "The notes of August", Way.FAX, now));
    }

    Authorizations approved() {
        return then(approve(TWELVE));
    }

    Authorizations partlyApproved() {
        return then(new ApprovePartly(ID, permit(6), Set.of(Cut.FEWER_UNITS), "Six are enough", Way.LETTER, now));
    }

    Authorizations denied() {
        return then(deny(DenialReason.NOT_MEDICALLY_NECESSARY));
    }

    Authorizations appealed(int level) {
        return then(appeal(level));
    }

    Authorizations ruled(int level, Ruling ruling) {
        return then(ruling(level, ruling));
    }

    Pend pend(Missing missing) {
        return new Pend(ID, Set.of(missing), "Send us the notes", Way.LETTER, now);
    }

    Approve approve(Permit permit) {
        return new Approve(ID, permit, Way.PORTAL, now);
    }

    Deny deny(DenialReason reason) {
        return new Deny(ID, reason, "Not shown to be needed", Way.LETTER, now);
    }

    FileAppeal appeal(int level) {
        return new FileAppeal(ID, level, Priority.STANDARD, "She fell twice", Way.FAX, now);
    }

    DecideAppeal ruling(int level, Ruling ruling) {
        return new DecideAppeal(
                ID, level, ruling, ruling == Ruling.UPHELD ? null : TWELVE, "So it is", Way.LETTER, now);
    }

    static Permit permit(int units) {
        return new Permit("A-17", LocalDate.parse("2026-09-20"), LocalDate.parse("2026-12-20"), units);
    }

    Authorizations then(AuthorizationCommand command) {
        when(command);
        now = now.plus(Duration.ofDays(1));
        return this;
    }

    Authorizations daysLater(int days) {
        now = now.plus(Duration.ofDays(days));
        return this;
    }

    /** What comes of it, by name. */
    List<String> when(AuthorizationCommand command) {
        last = told(command);
        last.forEach(event -> state = state.evolve(event));
        return last.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    /** What would come of it. */
    List<AuthorizationEvent> told(AuthorizationCommand command) {
        return state.decide(command, new Moment(now.atZone(ZoneId.of("America/New_York")), RULES));
    }

    void refused(String reason, AuthorizationCommand command) {
        assertThatThrownBy(() -> told(command))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    /** What is waited for since the last step. */
    Due due() {
        return Objects.requireNonNull(dueOf(last.getLast()), "nothing is waited for");
    }

    List<AuthorizationEvent> last() {
        return last;
    }

    Instant now() {
        return now;
    }

    static @Nullable Due dueOf(AuthorizationEvent event) {
        return switch (event) {
            case AuthorizationEvent.Requested told -> told.due();
            case AuthorizationEvent.Pended told -> told.due();
            case AuthorizationEvent.InformationSent told -> told.due();
            case AuthorizationEvent.Approved told -> told.due();
            case AuthorizationEvent.PartlyApproved told -> told.due();
            case AuthorizationEvent.Denied told -> told.due();
            case AuthorizationEvent.AppealFiled told -> told.due();
            case AuthorizationEvent.AppealDecided told -> told.due();
            case AuthorizationEvent.DecisionAccepted told -> told.due();
            case AuthorizationEvent.Expired told -> null;
            case AuthorizationEvent.Withdrawn told -> null;
        };
    }
}
