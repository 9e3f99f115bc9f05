/** What happens to a request for a payer's permission. */
@NullMarked
package care.throughline.events.authorization;

import org.jspecify.annotations.NullMarked;
