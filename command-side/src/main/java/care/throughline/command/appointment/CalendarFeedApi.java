package care.throughline.command.appointment;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.appointment.CalendarFeedCommand.RevokeFeed;
import care.throughline.events.CalendarFeedId;
import care.throughline.events.StaffId;
import java.security.Principal;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends calendars that whoever is signed in subscribed to. */
@RestController
class CalendarFeedApi {

    private final Commands commands;
    private final Clock clock;

    CalendarFeedApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** The secret address of this calendar answers nothing any more. */
    @PostMapping("/api/calendar/feeds/{feed}/revoked")
    Recorded revoke(@PathVariable CalendarFeedId feed, Principal by) {
        return commands.send(new RevokeFeed(feed, new StaffId(by.getName()), clock.instant()));
    }
}
