/** Referrals as FHIR Tasks and ServiceRequests: what a performer's own system reads of those it was asked to take. */
@NullMarked
package care.throughline.query.tasks;

import org.jspecify.annotations.NullMarked;
