/** Who somebody is: records of persons, the identifiers that lead to them, and which records are one person. */
@NullMarked
package care.throughline.command.patient;

import org.jspecify.annotations.NullMarked;
