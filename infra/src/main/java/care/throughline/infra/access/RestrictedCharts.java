package care.throughline.infra.access;

import care.throughline.infra.security.Access;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Tells those of these records whose chart is restricted, each with how the viewer stands to it now. */
@FunctionalInterface
interface RestrictedCharts {

    Map<String, Access.Standing> of(Collection<String> patients, String viewer, Instant now);
}
