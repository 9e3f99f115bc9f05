/** Where every referral stands: who was asked, who has it, what is waited for, and how long every state took. */
@NullMarked
package care.throughline.query.referrals;

import org.jspecify.annotations.NullMarked;
