/** What happens to appointments: booked, made ready, kept or missed; and the standing week that they have to fit into. */
@NullMarked
package care.throughline.events.appointment;

import org.jspecify.annotations.NullMarked;
