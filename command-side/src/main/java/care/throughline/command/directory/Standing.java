package care.throughline.command.directory;

import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What the directory says of a performer at this moment.
 *
 * @param profile null if it is not in the directory, or not any more
 */
public record Standing(@Nullable Profile profile, Capacity capacity) {}
