/** Decides on appointments, on the standing week that they have to fit into, and on calendars that somebody subscribed to. */
@NullMarked
package care.throughline.command.appointment;

import org.jspecify.annotations.NullMarked;
