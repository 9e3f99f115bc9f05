package care.throughline.query.overnight;

import care.throughline.query.Accesses;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened since the last shift ended. */
public record Night(Instant since, List<Entry> admissions, List<Entry> discharges) {

    /**
     * One stay that began or ended.
     *
     * @param stayClass IMP, OBS or EMER
     * @param late told after the shift's end though it happened before
     * @param again the patient left a hospital within 30 days before
     */
    public record Entry(
            String stay,
            String person,
            @Nullable String family,
            @Nullable String given,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
            String facility,
            String stayClass,
            String status,
            @Nullable String location,
            @Nullable String disposition,
            Instant at,
            boolean late,
            boolean again,
            String coordinator,
            List<Long> receipt) {

        /** The same stay, without whose it is. */
        Entry veiled() {
            return new Entry(
                    stay,
                    person,
                    Accesses.CLOSED,
                    null,
                    null,
                    null,
                    facility,
                    stayClass,
                    status,
                    null,
                    disposition,
                    at,
                    late,
                    again,
                    coordinator,
                    receipt);
        }

        public String name() {
            return Words.name(family, given);
        }

        /** The class in words. */
        public String kind() {
            return switch (stayClass) {
                case "IMP" -> "Inpatient";
                case "OBS" -> "Observation";
                case "EMER" -> "Emergency";
                default -> stayClass;
            };
        }
    }
}
