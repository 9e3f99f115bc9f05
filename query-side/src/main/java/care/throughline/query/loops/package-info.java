/** The numbers of referrals: whether loops close, and how long everything takes, with the events behind every member. */
@NullMarked
package care.throughline.query.loops;

import org.jspecify.annotations.NullMarked;
