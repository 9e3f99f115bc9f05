/** Tests of referrals in the running application. */
@NullMarked
package care.throughline.infra.referrals;

import org.jspecify.annotations.NullMarked;
