package care.throughline.query.patients;

import care.throughline.query.Accesses;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people that fit what was typed, the best first.
 *
 * @param tooLittle true if nothing was looked for, because too much would fit
 * @param more true if more people fit than are shown
 */
public record Found(List<Person> people, boolean tooLittle, boolean more) {

    /**
     * One person as found.
     *
     * @param patient the record that stands for the person today
     * @param numbers the numbers in use, each with its assigner
     * @param by what was found beside the name, for example a number that is retired; empty if nothing
     */
    public record Person(
            String patient,
            @Nullable String family,
            @Nullable String given,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
            @Nullable String city,
            @Nullable String phone,
            boolean deceased,
            List<String> numbers,
            List<String> by) {

        /** Somebody fits, and no more. */
        Person veiled() {
            return new Person(patient, Accesses.CLOSED, null, null, null, null, null, false, List.of(), List.of());
        }
    }
}
