/** Who can take a referral, what they offer, and whether they have room. */
@NullMarked
package care.throughline.events.directory;

import org.jspecify.annotations.NullMarked;
