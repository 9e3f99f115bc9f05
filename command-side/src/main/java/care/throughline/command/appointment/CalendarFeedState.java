package care.throughline.command.appointment;

import care.throughline.command.Rejected;
import care.throughline.command.appointment.CalendarFeedCommand.OpenFeed;
import care.throughline.command.appointment.CalendarFeedCommand.RevokeFeed;
import care.throughline.events.StaffId;
import care.throughline.events.appointment.CalendarFeedEvent;
import care.throughline.events.appointment.CalendarFeedEvent.FeedOpened;
import care.throughline.events.appointment.CalendarFeedEvent.FeedRevoked;
import java.util.List;

/** What a calendar that somebody subscribed to knows when it decides. */
sealed interface CalendarFeedState {

    record Unknown() implements CalendarFeedState {}

    record Live(StaffId staff, String hash) implements CalendarFeedState {}

    record Dead(StaffId staff) implements CalendarFeedState {}

    /**
     * What comes of a command: nothing if it repeats what is known.
     *
     * @throws Rejected if it is another's
     */
    default List<CalendarFeedEvent> decide(CalendarFeedCommand command) {
        return switch (command) {
            case OpenFeed open ->
                this instanceof Unknown
                        ? List.of(new FeedOpened(open.feed(), open.staff(), open.hash(), open.at()))
                        : List.of();
            case RevokeFeed revoke -> revoke(revoke);
        };
    }

    default CalendarFeedState evolve(CalendarFeedEvent event) {
        return switch (event) {
            case FeedOpened told -> new Live(told.staff(), told.hash());
            case FeedRevoked told -> new Dead(told.staff());
        };
    }

    private List<CalendarFeedEvent> revoke(RevokeFeed command) {
        return switch (this) {
            case Unknown none -> throw notYours();
            case Dead dead -> List.of();
            case Live live -> {
                if (!live.staff().equals(command.staff())) {
                    throw notYours();
                }
                yield List.of(new FeedRevoked(command.feed(), command.staff(), command.at()));
            }
        };
    }

    private static Rejected notYours() {
        return new Rejected("feed-unknown", "You have no such calendar feed.");
    }
}
