package care.throughline.query.desk;

import care.throughline.query.desk.FindWorklist.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the worklist as the API tells it.
 *
 * @param today the day in the organisation's zone that clocks were measured against
 * @param next pass it as {@code cursor} for the page after this one, null at the end
 */
public record DeskAnswer(
        Filter filter,
        LocalDate today,
        Instant asOf,
        List<Shown> lines,
        @Nullable String next) {}
