/** Backups of the embedded database and how a moment of the past is restored from them. */
@NullMarked
package care.throughline.infra.backup;

import org.jspecify.annotations.NullMarked;
