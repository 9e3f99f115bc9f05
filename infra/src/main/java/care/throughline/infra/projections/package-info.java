/** Runs projections and automations: batches, positions, dead letters, rebuilds, and waiting for a read model. */
@NullMarked
package care.throughline.infra.projections;

import org.jspecify.annotations.NullMarked;
