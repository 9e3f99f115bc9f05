/** The one database: embedded or given by URL, its schemas, roles and connection pools. */
@NullMarked
package care.throughline.infra.database;

import org.jspecify.annotations.NullMarked;
