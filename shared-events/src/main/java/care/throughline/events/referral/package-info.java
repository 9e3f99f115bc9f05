/** What happens to a referral: asked, answered, scheduled, seen, and closed when the result was read. */
@NullMarked
package care.throughline.events.referral;

import org.jspecify.annotations.NullMarked;
