/** FHIR R4 in: bundles of patients, their visits, and who provides care. */
@NullMarked
package care.throughline.command.fhir;

import org.jspecify.annotations.NullMarked;
