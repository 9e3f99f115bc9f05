package care.throughline.query.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the worklist.
 *
 * @param next the place to ask on from, null at the end
 */
public record Worklist(List<Line> lines, FindWorklist.@Nullable Place next) {}
