package care.throughline.query.accesses;

import care.throughline.events.PatientId;
import care.throughline.query.accesses.FindAccesses.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns days in the organisation's zone into a question, and fills in those that were not asked for. */
@Component
class Period {

    /** How far back a person can ask who was shown their data: 45 CFR 164.528(a)(1). */
    static final int YEARS = 6;

    private static final int DAYS = 30;

    private final Clock clock;
    private final ZoneId zone;

    Period(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** The days asked for, both inclusive; by default up to today, for a person the last six years, else the last 30 days. */
    record Days(LocalDate since, LocalDate until) {}

    Days days(Optional<PatientId> patient, Optional<LocalDate> since, Optional<LocalDate> until) {
        LocalDate last = until.orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
        return new Days(
                since.orElseGet(() -> patient.isPresent() ? last.minusYears(YEARS) : last.minusDays(DAYS)), last);
    }

    FindAccesses question(
            Optional<PatientId> patient, String staff, Outcome outcome, Days days, long before, int size) {
        return new FindAccesses(
                patient.map(PatientId::value).orElse(""),
                staff,
                outcome,
                begin(days.since()),
                begin(days.until().plusDays(1)),
                before,
                size);
    }

    Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    ZoneId zone() {
        return zone;
    }
}
