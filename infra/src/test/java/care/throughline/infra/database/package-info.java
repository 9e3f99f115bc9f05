/** Tests of the database. */
@NullMarked
package care.throughline.infra.database;

import org.jspecify.annotations.NullMarked;
