/** Who is who now and who is accountable, for every read model that has to know it inside its own tables. */
@NullMarked
package care.throughline.query.people;

import org.jspecify.annotations.NullMarked;
