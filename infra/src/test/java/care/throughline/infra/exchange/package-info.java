/** Patches, and what else the exchange over FHIR is made of. */
@NullMarked
package care.throughline.infra.exchange;

import org.jspecify.annotations.NullMarked;
