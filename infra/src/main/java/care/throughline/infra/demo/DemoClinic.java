package care.throughline.infra.demo;

import care.throughline.command.BlindIndex;
import care.throughline.command.Commands;
import care.throughline.command.Rejected;
import care.throughline.command.authorization.AuthorizationCommand;
import care.throughline.command.careteam.CareTeamCommand;
import care.throughline.command.consent.ConsentCommand;
import care.throughline.command.hl7.MllpListener;
import care.throughline.command.patient.Identification;
import care.throughline.command.referral.ReferralCommand;
import care.throughline.command.transition.TransitionCommand;
import care.throughline.events.FacilityCode;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.events.Sensitivity;
import care.throughline.events.StaffId;
import care.throughline.events.StayId;
import care.throughline.events.TransitionId;
import care.throughline.events.authorization.Way;
import care.throughline.events.consent.ConsentId;
import care.throughline.events.consent.Purpose;
import care.throughline.events.consent.Recipient;
import care.throughline.events.consent.Terms;
import care.throughline.events.patient.Identifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the stories of the demo clinic: messages go through the real intake, work through the real commands. */
final class DemoClinic {

    private static final Logger LOG = LoggerFactory.getLogger(DemoClinic.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final String NOT_YET_THERE = "transition-unknown";

    private final MllpListener.Exchange intake;
    private final Commands commands;
    private final Identification people;
    private final BlindIndex index;

    DemoClinic(MllpListener.Exchange intake, Identification people, Commands commands, BlindIndex index) {
        this.intake = intake;
        this.people = people;
        this.commands = commands;
        this.index = index;
    }

    /** Plays all steps in order; one that the rules refuse is logged by its reason and left out.
     *
     * @return how many were refused
     */
    int play(List<Step> steps, Instant now) {
        int refused = 0;
        for (Step step : steps) {
            try {
                play(step, now);
            } catch (Rejected no) {
                refused++;
                LOG.info("Demo clinic: a step was refused: {}", no.reason());
            }
        }
        LOG.info("Demo clinic: {} steps played, {} refused", steps.size(), refused);
        return refused;
    }

    private void play(Step step, Instant now) {
        switch (step) {
            case Step.Told told -> tell(told);
            case Step.Listed listed -> commands.send(listed.command(), as("ada.boateng"));
            case Step.Wished wished -> wish(wished);
            case Step.Referred referred -> commands.send(referred.command(), as(referred.coordinator()));
            case Step.Sought sought -> seek(sought);
            case Step.Permitted permitted -> commands.send(permitted.command(), as(permitted.coordinator()));
            case Step.Assigned assigned -> assign(assigned);
            case Step.Entered entered -> enter(entered);
            case Step.Consented consented -> consent(consented);
            case Step.Worked worked -> work(worked, now);
        }
    }

    private void work(Step.Worked worked, Instant now) {
        if (worked.work() instanceof Step.Work.Booking booking
                && booking.startsAt().isBefore(now)) {
            return;
        }
        untilOpened(command(worked), as(worked.coordinator()));
    }

    private void tell(Step.Told told) {
        byte[] answer = intake.answer(told.message().getBytes(StandardCharsets.UTF_8));
        String text = new String(answer, StandardCharsets.UTF_8);
        if (!text.contains("MSA|AA")) {
            LOG.warn("Demo clinic: a message was not applied; look at the messages that were set aside");
        }
    }

    private void assign(Step.Assigned step) {
        PatientId patient = patientOf(step.visit(), step.at(), step.coordinator());
        StaffId coordinator = new StaffId(step.coordinator());
        commands.send(
                new CareTeamCommand.AssignCoordinator(patient, coordinator, coordinator, false, step.at()),
                as(step.coordinator()));
    }

    private void enter(Step.Entered step) {
        PatientId patient = patientOf(step.visit(), step.at(), step.coordinator());
        commands.send(DiaryCommands.of(step.entry(), patient, step.at()), as(step.coordinator()));
    }

    private void consent(Step.Consented step) {
        LocalDate day = LocalDate.ofInstant(step.at(), ZoneOffset.UTC);
        Terms terms = new Terms(
                Sensitivity.PART2,
                EnumSet.of(Purpose.TREAT, Purpose.HPAYMT, Purpose.HOPERAT),
                Recipient.TREATING_TEAM,
                null,
                day,
                day.plusYears(1));
        commands.send(
                new ConsentCommand.Give(
                        patientOf(step.visit(), step.at(), step.coordinator()),
                        new ConsentId(ConsentId.PREFIX + "demo-"
                                + step.visit().number().toLowerCase(Locale.ROOT)),
                        terms,
                        new StaffId(step.coordinator()),
                        "Signed at the first visit; the form lies in the chart room.",
                        day,
                        step.at()),
                as(step.coordinator()));
    }

    private void wish(Step.Wished step) {
        ReferralCommand draft = new ReferralCommand.Draft(
                step.referral(),
                patientOf(step.visit(), step.at(), step.coordinator()),
                step.kind(),
                step.specialty(),
                step.urgency(),
                step.reason(),
                Set.of(),
                step.at());
        commands.send(draft, as(step.coordinator()));
    }

    private void seek(Step.Sought step) {
        PatientId patient = patientOf(step.visit(), step.at(), step.coordinator());
        commands.send(
                new AuthorizationCommand.Request(
                        step.authorization(), patient, step.referral(), step.wish(), Way.PORTAL, step.at()),
                as(step.coordinator()));
    }

    private PatientId patientOf(Visit visit, Instant at, String coordinator) {
        Person person = visit.person();
        Identifier number = new Identifier(person.home().code(), person.number(), Identifier.Type.MR);
        return people.identify(List.of(number), at, as(coordinator));
    }

    /** The transition follows its discharge within moments; work on it waits for that. */
    private void untilOpened(Object command, Map<String, String> metadata) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                commands.send(command, metadata);
                return;
            } catch (Rejected no) {
                if (!no.reason().equals(NOT_YET_THERE) || System.nanoTime() > deadline) {
                    throw no;
                }
                LockSupport.parkNanos(MOMENT.toNanos());
            }
        }
    }

    private Object command(Step.Worked worked) {
        TransitionId transition = transitionOf(worked.visit());
        Instant at = worked.at();
        return switch (worked.work()) {
            case Step.Work.Attempt attempt ->
                new TransitionCommand.RecordOutreach(
                        transition,
                        "demo-" + at.getEpochSecond(),
                        attempt.channel(),
                        attempt.outcome(),
                        attempt.minutes(),
                        attempt.note(),
                        Set.of(),
                        at);
            case Step.Work.Booking booking ->
                new TransitionCommand.BookVisit(transition, booking.startsAt(), booking.with(), at);
            case Step.Work.VisitKept kept -> new TransitionCommand.RecordVisit(transition, at);
            case Step.Work.Reconciliation done ->
                new TransitionCommand.RecordReconciliation(transition, done.note(), at);
            case Step.Work.Judgement judgement ->
                new TransitionCommand.JudgeComplexity(transition, judgement.complexity(), at);
        };
    }

    private TransitionId transitionOf(Visit visit) {
        StayId stay = index.stayOf(new FacilityCode(visit.hospital().code()), visit.number());
        return TransitionId.of(stay);
    }

    private static Map<String, String> as(String coordinator) {
        return Map.of(Meta.ACTOR, coordinator, Meta.ROLE, "COORDINATOR", Meta.PURPOSE, "TREAT", Meta.SOURCE, "demo");
    }
}
