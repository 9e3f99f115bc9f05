package care.throughline.query.patients;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a patient page shows besides the timeline.
 *
 * @param records the records merged into this person, none for most
 * @param coordinator who is accountable now, empty if nobody is
 * @param work the transitions, the open ones first
 */
public record Chart(
        Person person,
        List<Retired> records,
        List<Known> numbers,
        List<Visit> visits,
        String coordinator,
        List<Accountable> accountable,
        @Nullable Handoff handoff,
        List<Work> work) {

    /**
     * Who it is, as last told; a field is null if nobody told it or it was deleted.
     *
     * @param patient the record that stands for the person
     * @param phone digits only
     * @param language ISO 639-1
     * @param erasedAt when the person was erased; nothing else is known then
     * @param forgotten true if some of it was told and has been forgotten for ever
     */
    public record Person(
            String patient,
            @Nullable String family,
            @Nullable String given,
            @Nullable String middle,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
            @Nullable String street,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String race,
            @Nullable String ethnicity,
            @Nullable String payer,
            boolean deceased,
            @Nullable Instant diedAt,
            boolean forgotten,
            @Nullable Instant erasedAt) {}

    /** A record that was merged into another one. */
    public record Retired(String patient, String into, String kind, Instant mergedAt, List<String> numbers) {}

    /** A number by which the person is known; value and assigner are null if they were forgotten. */
    public record Known(
            String patient,
            @Nullable String assigner,
            @Nullable String value,
            @Nullable String type,
            boolean retired) {}

    /** One visit as it stands; times are instants. */
    public record Visit(
            String stay,
            String facility,
            @Nullable String number,
            String stayClass,
            List<String> classHistory,
            String status,
            @Nullable Instant startedAt,
            @Nullable Instant admittedAt,
            @Nullable Instant dischargedAt,
            @Nullable String disposition,
            @Nullable String admissionType,
            @Nullable String location,
            boolean historical) {}

    /** Who was accountable from when to when; null for until now. */
    public record Accountable(
            String coordinator, Instant since, @Nullable Instant until, String givenBy) {}

    /** A hand-off that waits for an answer. */
    public record Handoff(String from, String to, String reason, Instant offeredAt) {}

    /** One transition with its clocks; days in the organisation's zone. */
    public record Work(
            String item,
            String facility,
            LocalDate dischargeDate,
            String state,
            LocalDate contactDue,
            boolean contacted,
            LocalDate visitDue,
            @Nullable Instant visitAt,
            boolean visited,
            LocalDate reconciliationDue,
            boolean reconciled,
            LocalDate windowEnd,
            @Nullable Integer lace,
            @Nullable String band) {

        public boolean isOpen(LocalDate today) {
            return state.equals("OPEN") && !windowEnd.isBefore(today);
        }
    }
}
