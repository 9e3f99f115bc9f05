/** HL7 v2 in: the listener, the reading of ADT messages, the answers. */
@NullMarked
package care.throughline.command.hl7;

import org.jspecify.annotations.NullMarked;
