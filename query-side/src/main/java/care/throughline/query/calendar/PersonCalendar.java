package care.throughline.query.calendar;

import java.util.List;

/** All appointments of a person, the first first, and the standing week that they have to fit into. */
public record PersonCalendar(List<Booking> appointments, Standing standing) {}
