/** Appointments through everything but the socket. */
@NullMarked
package care.throughline.infra.appointments;

import org.jspecify.annotations.NullMarked;
