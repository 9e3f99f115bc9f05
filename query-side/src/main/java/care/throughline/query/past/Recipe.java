package care.throughline.query.past;

import care.throughline.query.past.PastList.Side;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a list of work is made, at any moment.
 *
 * @param works the kinds of work that it shows
 * @param staff see {@link Concerned#working}
 * @param facility the same
 * @param keptDays how long it still shows what lapsed
 * @param ask what the page asks
 * @param items each line by its id, in the order of the list
 */
record Recipe<T>(
        List<Work> works,
        String staff,
        String facility,
        int keptDays,
        Ask<T> ask,
        Function<Side<T>, Map<String, Item>> items) {

    /** A kind of work, and the read model that has it. */
    enum Work {
        TRANSITIONS("desk"),
        REFERRALS("referrals"),
        AUTHORIZATIONS("authorizations"),
        APPOINTMENTS("calendar");

        private final String readModel;

        Work(String readModel) {
            this.readModel = readModel;
        }

        String readModel() {
            return readModel;
        }
    }

    /** What the page of now asks, of the tables that serve or of those of the past, by this moment's day and instant. */
    @FunctionalInterface
    interface Ask<T> {
        T of(JdbcClient tables, Then then, LocalDate today);
    }

    /**
     * One line of a list.
     *
     * @param record under which it was told
     * @param person the record that stands for the person
     * @param reads the line in plain words
     */
    record Item(String record, String person, String name, String reads) {}
}
