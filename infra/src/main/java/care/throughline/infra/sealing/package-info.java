/** Keys of their own for every subject of personal data, wrapped by one master key, and what is done with them. */
@NullMarked
package care.throughline.infra.sealing;

import org.jspecify.annotations.NullMarked;
