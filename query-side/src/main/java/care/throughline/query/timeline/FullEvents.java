package care.throughline.query.timeline;

import java.util.Optional;

/** Events as they lie in the store, with what is personal in them opened; infra provides it. */
@FunctionalInterface
public interface FullEvents {

    /** The payload as indented JSON, forgotten parts null, or empty if there is no event at this position. */
    Optional<String> json(long position);
}
