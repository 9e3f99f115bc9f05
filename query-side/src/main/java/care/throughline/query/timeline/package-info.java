/** What happened to each person, event by event, in plain words, with its source and both its times. */
@NullMarked
package care.throughline.query.timeline;

import org.jspecify.annotations.NullMarked;
