package care.throughline.events.appointment;

import care.throughline.events.CalendarFeedId;
import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.StaffId;
import java.time.Instant;

/** Everything that can happen to a calendar that somebody subscribed to; {@code hash} is the SHA-256 of its secret. */
public sealed interface CalendarFeedEvent extends DomainEvent {

    CalendarFeedId feed();

    StaffId staff();

    @EventName("appointment.FeedOpened")
    record FeedOpened(CalendarFeedId feed, StaffId staff, String hash, Instant occurredAt)
            implements CalendarFeedEvent {}

    @EventName("appointment.FeedRevoked")
    record FeedRevoked(CalendarFeedId feed, StaffId staff, Instant occurredAt) implements CalendarFeedEvent {}
}
