package care.throughline.command.transition;

import care.throughline.command.rules.LaceInputs;
import care.throughline.command.rules.Rules;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayPicture.Status;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.Lace;
import care.throughline.events.transition.TransitionEvent.VoidReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All stays of one person, under whatever record they were told, and the transitions that follow from them. The same
 * stays give the same plans, in whatever order they became known.
 *
 * @param diagnoses the ICD-10-CM codes told with each stay
 * @param diedAt when the person died, null if alive
 * @param zone the organisation's, in which days are counted
 */
record Journey(
        List<StayPicture> stays,
        Map<StayId, Set<String>> diagnoses,
        @Nullable Instant diedAt,
        Rules rules,
        ZoneId zone) {

    private static final Comparator<Ended> AS_ENDED = Comparator.comparing(Ended::at)
            .thenComparing(ended -> ended.stay().stay().value());

    /** What should be, for every stay that was ever news; records handed over open and end nothing. */
    List<Plan> plans() {
        return stays.stream().filter(stay -> !stay.historical()).map(this::plan).toList();
    }

    private Plan plan(StayPicture stay) {
        Optional<Ended> ended = ended(stay);
        if (ended.isEmpty()) {
            boolean cancelled = stay.status() == Status.CANCELLED;
            return new Plan.None(
                    stay.stay(), cancelled ? VoidReason.ADMISSION_CANCELLED : VoidReason.DISCHARGE_CANCELLED);
        }
        return plan(ended.get());
    }

    private Plan plan(Ended ended) {
        StayPicture stay = ended.stay();
        Optional<Clocks> clocks = rules.clocks(ended.day());
        if (clocks.isEmpty() || !rules.followsUp(stay.stayClass(), ended.day())) {
            return new Plan.None(stay.stay(), VoidReason.CLASS_WITHOUT_TRANSITION);
        }
        if (isToldAlready(ended)) {
            return new Plan.None(stay.stay(), VoidReason.SAME_DISCHARGE_AS_OTHER_STAY);
        }
        if (!rules.opens(stay.disposition(), ended.day())) {
            return new Plan.None(
                    stay.stay(),
                    isTransferred(ended) ? VoidReason.TRANSFERRED_TO_OTHER_HOSPITAL : VoidReason.NOT_DISCHARGED_HOME);
        }
        return ending(ended, new Plan.Run(ended.discharge(), clocks.get(), lace(ended)));
    }

    /** Whichever comes first within the window, the next admission or the death. */
    private Plan ending(Ended ended, Plan.Run run) {
        LocalDate windowEnd = run.clocks().windowEnd();
        Optional<Admitted> next = admissions()
                .filter(other -> !other.stay().stay().equals(ended.stay().stay()))
                .filter(other -> rules.ends(other.stay().stayClass(), other.day()))
                .filter(other -> !other.at().isBefore(ended.at()))
                .filter(other -> !other.day().isAfter(windowEnd))
                .min(Comparator.comparing(Admitted::at)
                        .thenComparing(other -> other.stay().stay().value()));
        Instant died = diedAt == null || day(diedAt).isAfter(windowEnd) ? null : later(diedAt, ended.at());
        if (next.isPresent() && (died == null || !next.get().at().isAfter(died))) {
            Admitted back = next.get();
            boolean planned = rules.isPlanned(back.stay().admissionType(), back.day());
            return new Plan.EndByReadmission(run, back.stay().stay(), planned, back.at());
        }
        return died == null ? run : new Plan.EndByDeath(run, died);
    }

    /** Two stays that overlap and end on the same day are one discharge; the one that ended first carries it. */
    private boolean isToldAlready(Ended ended) {
        return stays.stream()
                .filter(other -> !other.historical())
                .flatMap(other -> ended(other).stream())
                .filter(other -> rules.followsUp(other.stay().stayClass(), other.day()))
                .filter(other -> other.day().equals(ended.day()))
                .filter(other -> AS_ENDED.compare(other, ended) < 0)
                .anyMatch(other ->
                        other.start().isBefore(ended.at()) && ended.start().isBefore(other.at()));
    }

    private boolean isTransferred(Ended ended) {
        return admissions()
                .filter(other -> !other.stay().facility().equals(ended.stay().facility()))
                .filter(other -> !other.at().isBefore(ended.at()))
                .anyMatch(other -> rules.isTransfer(ended.stay().disposition(), ended.day(), other.day()));
    }

    private @Nullable Lace lace(Ended ended) {
        StayPicture stay = ended.stay();
        Instant admitted = stay.admittedAt();
        if (admitted == null) {
            return null;
        }
        LocalDate since = rules.emergencyVisitsSince(day(admitted), ended.day());
        int losDays = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(day(admitted), ended.day())));
        Set<String> comorbidities = rules.comorbidities(codesUntil(ended.at()), ended.day());
        int emergencies = Math.toIntExact(stays.stream()
                .filter(other -> isEmergencyBefore(other, admitted, since))
                .count());
        return rules.lace(new LaceInputs(losDays, stay.admissionType(), comorbidities, emergencies), ended.day())
                .orElse(null);
    }

    private Set<String> codesUntil(Instant end) {
        return stays.stream()
                .filter(stay -> stay.status() != Status.CANCELLED)
                .filter(stay -> stay.startedAt() != null && stay.startedAt().isBefore(end))
                .flatMap(stay -> diagnoses.getOrDefault(stay.stay(), Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A visit that was over when the patient was admitted; one that was not led to this admission. */
    private boolean isEmergencyBefore(StayPicture visit, Instant admitted, LocalDate since) {
        Instant start = visit.startedAt();
        Instant end = visit.dischargedAt();
        return visit.stayClass() == StayClass.EMER
                && visit.status() == Status.DISCHARGED
                && start != null
                && end != null
                && end.isBefore(admitted)
                && !day(start).isBefore(since);
    }

    private Optional<Ended> ended(StayPicture stay) {
        Instant at = stay.dischargedAt();
        return stay.status() == Status.DISCHARGED && at != null
                ? Optional.of(new Ended(stay, at, day(at)))
                : Optional.empty();
    }

    /** Admissions that count: nothing planned, cancelled or out of records handed over. */
    private Stream<Admitted> admissions() {
        return stays.stream()
                .filter(stay -> !stay.historical())
                .filter(stay -> stay.status() == Status.IN_HOUSE || stay.status() == Status.DISCHARGED)
                .flatMap(stay ->
                        Optional.ofNullable(stay.admittedAt()).map(at -> new Admitted(stay, at, day(at))).stream());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private record Admitted(StayPicture stay, Instant at, LocalDate day) {}

    private record Ended(StayPicture stay, Instant at, LocalDate day) {

        Instant start() {
            Instant started = stay.startedAt();
            return started == null ? at : started;
        }

        Discharge discharge() {
            return new Discharge(
                    stay.stay(),
                    stay.patient(),
                    stay.facility(),
                    stay.stayClass(),
                    stay.admittedAt(),
                    at,
                    day,
                    stay.disposition(),
                    stay.labels());
        }
    }
}
