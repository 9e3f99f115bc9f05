/** What operators see: metrics, logs without personal data, health. */
@NullMarked
package care.throughline.infra.observability;

import org.jspecify.annotations.NullMarked;
