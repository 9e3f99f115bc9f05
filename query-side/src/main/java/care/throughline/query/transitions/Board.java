package care.throughline.query.transitions;

import care.throughline.query.Accesses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The board.
 *
 * @param counts how many transitions each lane has, shown or not
 * @param cards at most {@link Boards#SHOWN} of each lane, the most urgent first
 */
public record Board(LocalDate today, Map<Lane, Integer> counts, List<Card> cards, List<String> facilities) {

    /**
     * One transition on the board.
     *
     * @param patient the record under which the discharge was told
     * @param person the record that stands for the person now
     */
    public record Card(
            Lane lane,
            String item,
            String patient,
            String person,
            @Nullable String family,
            @Nullable String given,
            String facility,
            LocalDate discharged,
            LocalDate nextDue,
            LocalDate windowEnd,
            @Nullable Instant visitAt,
            @Nullable Integer lace,
            @Nullable String band,
            String coordinator,
            @Nullable String ended) {

        /** The same work, without whose it is. */
        Card veiled() {
            return new Card(
                    lane,
                    item,
                    patient,
                    person,
                    Accesses.CLOSED,
                    null,
                    facility,
                    discharged,
                    nextDue,
                    windowEnd,
                    visitAt,
                    lace,
                    band,
                    coordinator,
                    ended);
        }
    }

    /** The cards of one lane. */
    public List<Card> of(Lane lane) {
        return cards.stream().filter(card -> card.lane() == lane).toList();
    }

    public int count(Lane lane) {
        return counts.getOrDefault(lane, 0);
    }

    static Map<Lane, Integer> none() {
        return new EnumMap<>(Lane.class);
    }
}
