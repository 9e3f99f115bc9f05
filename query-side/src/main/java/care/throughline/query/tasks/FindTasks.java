package care.throughline.query.tasks;

import care.throughline.events.PerformerId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for tasks of one performer, those that changed first in front.
 *
 * @param owned only what it was asked, not what it asks of us
 * @param number what a requester calls it, null for all
 * @param patient a record's id, null for all
 * @param status as FHIR says it, none for all
 * @param since changed at this moment or later, null for all
 * @param until changed before this moment, null for all
 * @param after the place of the last one already shown, null for the first page
 * @param size 1 to 100
 */
public record FindTasks(
        PerformerId performer,
        boolean owned,
        @Nullable String number,
        @Nullable String patient,
        List<String> status,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Place after,
        int size) {

    public FindTasks {
        size = Math.clamp(size, 1, 100);
    }

    /** Where a task stands in the order; as text it is the cursor of the next page. */
    public record Place(Instant modifiedAt, String task) {

        /** Reads a cursor.
         *
         * @throws IllegalArgumentException if the text is none
         */
        static Place parse(String cursor) {
            int mark = cursor.indexOf('~');
            if (mark < 0) {
                throw new IllegalArgumentException("this is not a place among tasks");
            }
            try {
                return new Place(Instant.parse(cursor.substring(0, mark)), cursor.substring(mark + 1));
            } catch (DateTimeException unreadable) {
                throw new IllegalArgumentException("this is not a place among tasks", unreadable);
            }
        }

        @Override
        public String toString() {
            return modifiedAt + "~" + task;
        }
    }
}
