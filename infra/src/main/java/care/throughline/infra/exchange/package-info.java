/** Exchanges referrals with the systems of performers: what both sides are needed for. */
@NullMarked
package care.throughline.infra.exchange;

import org.jspecify.annotations.NullMarked;
