package care.throughline.query.past;

import care.throughline.query.timeline.Moments.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that reads differently at two moments, and why.
 *
 * @param person the record that stands for whom it is about
 * @param about who or what it is about
 * @param earlier how it read at the earlier moment, empty if it was not there
 * @param later how it reads at the later moment, empty if it is not there
 * @param because the events between that explain it; none if only time passed
 */
public record Difference(String person, String about, String earlier, String later, List<Moment> because) {

    /** Those that follow each other and have the same explanation, together. */
    public static List<List<Difference>> explainedTogether(List<Difference> differences) {
        List<List<Difference>> groups = new ArrayList<>();
        for (Difference one : differences) {
            if (groups.isEmpty() || !groups.getLast().getFirst().because().equals(one.because())) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(one);
        }
        return groups;
    }
}
