package care.throughline.query.timeline;

import care.throughline.events.disclosure.DisclosureEvent;
import care.throughline.query.timeline.Line.Topic;
import java.util.Locale;

/** Tells what somebody outside was told of the person. */
final class DisclosureWords {

    private DisclosureWords() {}

    static Line tell(DisclosureEvent event) {
        return switch (event) {
            case DisclosureEvent.DisclosureRecorded told ->
                line(
                                told,
                                Line.staff(told.by()) + " recorded a disclosure to "
                                        + Line.plain(told.recipient().value().orElse("somebody forgotten")) + ": "
                                        + told.basis()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '))
                        .saying(told.what());
            case DisclosureEvent.DisclosureWithdrawn taken ->
                line(taken, Line.staff(taken.by()) + " took back a disclosure that was recorded in error")
                        .saying(taken.reason());
        };
    }

    private static Line line(DisclosureEvent event, String sentence) {
        return Line.of(Topic.DETAIL, event.disclosure().value(), sentence);
    }
}
