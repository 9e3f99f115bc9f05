/** The evidence for a payer, made of the patient's timeline whenever it is asked for. */
@NullMarked
package care.throughline.query.dossier;

import org.jspecify.annotations.NullMarked;
