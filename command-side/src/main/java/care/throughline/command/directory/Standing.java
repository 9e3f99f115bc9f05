package care.throughline.command.directory;

import care.throughline.events.Sensitivity;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Profile;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the directory says of a performer at this moment.
 *
 * @param profile null if it is not in the directory, or not any more
 */
public record Standing(@Nullable Profile profile, Capacity capacity) {

    /** What protects everything that it is asked for: that somebody is asked to go to a program says that they need one. */
    public Set<Sensitivity> labels() {
        return profile != null && profile.part2Program() ? Set.of(Sensitivity.PART2) : Set.of();
    }
}
