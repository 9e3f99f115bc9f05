/** What people consent to, and what they take back. */
@NullMarked
package care.throughline.events.consent;

import org.jspecify.annotations.NullMarked;
