/** Refers a patient to somebody else and follows it until the result was read. */
@NullMarked
package care.throughline.command.referral;

import org.jspecify.annotations.NullMarked;
