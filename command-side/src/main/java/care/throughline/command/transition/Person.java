package care.throughline.command.transition;

import care.throughline.events.PatientId;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayPicture;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All records that are one person, and what was told under them. */
record Person(List<PersonRecord> records, List<StayPicture> stays, Map<StayId, Set<String>> diagnoses) {

    /** At the same moment a death weighs more than its denial, and a later death more than an earlier one. */
    private static final Comparator<PersonRecord.Life> AS_TOLD = Comparator.comparing(PersonRecord.Life::toldAt)
            .thenComparing(PersonRecord.Life::dead)
            .thenComparing(Person::orWhenTold);

    /** When the person died, as told last; when it was told if nobody said when; null if alive. */
    @Nullable Instant diedAt() {
        return records.stream()
                .filter(record -> record.life() != null)
                .filter(this::counts)
                .map(record -> Objects.requireNonNull(record.life()))
                .max(AS_TOLD)
                .filter(PersonRecord.Life::dead)
                .map(Person::orWhenTold)
                .orElse(null);
    }

    /** Nothing counts that was told under a retired number before it was retired, nor before its survivor was. */
    private boolean counts(PersonRecord record) {
        Map<PatientId, PersonRecord> byId =
                records.stream().collect(Collectors.toMap(PersonRecord::patient, Function.identity()));
        Set<PatientId> seen = new HashSet<>();
        PersonRecord here = record;
        while (here != null && seen.add(here.patient())) {
            Instant from = here.countsFrom();
            if (from != null && record.life() != null && !record.life().toldAt().isAfter(from)) {
                return false;
            }
            here = here.survivor() == null ? null : byId.get(here.survivor());
        }
        return true;
    }

    private static Instant orWhenTold(PersonRecord.Life life) {
        return Objects.requireNonNullElse(life.diedAt(), life.toldAt());
    }
}
