/** How events become bytes and bytes events: stable names, plain JSON, personal data sealed. */
@NullMarked
package care.throughline.infra.events;

import org.jspecify.annotations.NullMarked;
