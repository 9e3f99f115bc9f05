/** What referrals need besides their two sides. */
@NullMarked
package care.throughline.infra.referrals;

import org.jspecify.annotations.NullMarked;
